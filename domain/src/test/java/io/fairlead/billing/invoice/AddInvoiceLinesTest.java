package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.draftLine;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceLine;
import java.util.List;
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
                        INVOICE, List.of(draftLine("time-entry:e-1", "100")), List.of(author), List.of()));
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
        return new AddInvoiceLines(INVOICE, List.of(lines), List.of(CLERK), List.of());
    }
}
