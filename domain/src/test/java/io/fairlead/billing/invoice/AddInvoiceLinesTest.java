package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.draftLine;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.LineName;
import io.fairlead.document.LineNames;
import io.fairlead.shared.PersonalTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddInvoiceLinesTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void lines_are_numbered_from_one() {
        invoice.givenNoPriorActivity()
                .when(add(draftLine("time-entry:e-1", "100"), draftLine("time-entry:e-2", "50")))
                .expectEvents(linesAdded(line(1, "time-entry:e-1", "100"), line(2, "time-entry:e-2", "50")));
    }

    @Test
    void what_stands_on_the_draft_is_left_out_and_numbers_go_on() {
        invoice.given(oneLine())
                .when(add(draftLine("time-entry:e-1", "100"), draftLine("time-entry:e-2", "50")))
                .expectEvents(linesAdded(line(2, "time-entry:e-2", "50")));
    }

    @Test
    void a_draft_takes_work_once_and_of_a_retainer_once_for_each_prepayment() {
        invoice.given(linesAdded(line(1, "time-entry:e-1", "100"), line(2, "retainer:r-1", "-40")))
                .when(add(
                        secondOf(draftLine("time-entry:e-1", "100")),
                        draftLine("retainer:r-1", "-40"),
                        secondOf(draftLine("retainer:r-1", "-60"))))
                .expectEvents(linesAdded(InvoiceLine.newBuilder(line(3, "retainer:r-1", "-60"))
                        .setPortionNo(2)
                        .build()));
    }

    @Test
    void a_line_says_who_worked_on_what_and_the_event_keeps_their_names_once() {
        var ana = new WorkNames("person:ana", "Ana Ruiz", "project:P-1", "Website", "design", "Design");
        var onNothing = new WorkNames("person:ana", "Ana Ruiz", "project:P-1", "Website", null, null);
        var noted = draftLine("time-entry:e-1", "100");
        var names = Map.of("time-entry:e-1", ana, "time-entry:e-2", onNothing, "time-entry:other", ana);
        var command = new AddInvoiceLines(
                INVOICE, List.of(noted, unnoted("time-entry:e-2")), List.of(CLERK), List.of("person:ana"), names);
        assertThat(command.names()).containsOnlyKeys("time-entry:e-1", "time-entry:e-2");

        var event = InvoiceEvents.linesAdded(command, command.lines(), 0);

        assertThat(event.getLines())
                .extracting(InvoiceLine::getDescription, InvoiceLine::getPersonId, InvoiceLine::getTaskId)
                .containsExactly(tuple("Ana", "person:ana", "design"), tuple("Website", "person:ana", null));
        assertThat(event.getNames())
                .containsExactly(
                        LineName.newBuilder()
                                .setOfId("person:ana")
                                .setPersonName(PersonalTexts.text("person:ana", "Ana Ruiz"))
                                .build(),
                        LineName.newBuilder()
                                .setOfId("project:P-1")
                                .setName("Website")
                                .build(),
                        LineName.newBuilder()
                                .setOfId("project:P-1")
                                .setTaskId("design")
                                .setName("Design")
                                .build());
        var told = LineNames.of(List.of(event));
        assertThat(told.described(1, "Ana")).isEqualTo("Ana Ruiz: Ana");
        assertThat(told.task(1)).isEqualTo("Design");
        assertThat(told.task(2)).isNull();
        assertThat(told.project(2)).isEqualTo("Website");
        assertThat(told.described(3, "of no line")).isEqualTo("of no line");
    }

    private static DraftLine unnoted(String sourceId) {
        return new DraftLine(
                sourceId, 1, 1, "project:P-1", null, WORK_DAY, 3_600, wire("9"), 3_600, wire("9"), "S", List.of());
    }

    @Test
    void the_same_lines_again_change_nothing_even_on_a_complete_draft() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(add(draftLine("time-entry:e-1", "100")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "clerk", "|clerk", "idp|", "idp| "})
    void an_author_is_somebody(String author) {
        assertRefused(
                "G-02",
                "authors",
                () -> new AddInvoiceLines(
                        INVOICE, List.of(draftLine("time-entry:e-1", "100")), List.of(author), List.of(), Map.of()));
    }

    @Test
    void a_complete_draft_takes_no_new_line() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(add(draftLine("time-entry:e-2", "50")))
                .expectException(refusal("B-06"))
                .expectNoEvents();
    }

    @Test
    void a_discarded_draft_takes_nothing() {
        invoice.given(oneLine(), drafted(1, "100"), discarded())
                .when(add(draftLine("time-entry:e-1", "100")))
                .expectException(refusal("B-03"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "500, true", "501, false"})
    void one_command_carries_1_to_500_lines(int count, boolean taken) {
        var lines = IntStream.range(0, count)
                .mapToObj(no -> draftLine("time-entry:e-" + no, "1"))
                .toArray(DraftLine[]::new);
        if (taken) {
            assertThat(add(lines).lines()).hasSize(count);
        } else {
            assertRefused("G-02", "lines", () -> add(lines));
        }
    }

    private static DraftLine secondOf(DraftLine line) {
        return new DraftLine(
                line.sourceId(),
                2,
                line.contractLineNo(),
                line.projectId(),
                line.description(),
                line.serviceDate(),
                line.seconds(),
                line.price(),
                line.secondsPerUnit(),
                line.net(),
                line.taxCategory(),
                line.taxCodes());
    }

    private static AddInvoiceLines add(DraftLine... lines) {
        return new AddInvoiceLines(INVOICE, List.of(lines), List.of(CLERK), List.of(), Map.of());
    }
}
