package io.fairlead.billing.retainer;

import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.billing.invoice.BillingExamples.ready;
import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.invoice.AddInvoiceLines;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.MakeDueItemReady;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.billing.run.WhenBillingRunStartedThenDraft;
import io.fairlead.shared.NameUuid;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownWork;
import io.fairlead.testing.NothingToFix;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a billing run does about retainers and due instalments. */
class RetainerDrawsTest {

    private static final LocalDate FILLED = LocalDate.of(2026, 1, 15);

    private static final RetainerId RETAINER = RetainerId.of("contract:K-1", 1);
    private static final InvoiceId INVOICE =
            InvoiceId.of(NameUuid.of("billing-run:run-1", "contract:K-1", "customer:ACME", "PO-7", "EUR")
                    .toString());

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("billing-run:run-1", planned(INVOICE.value()));

    @Test
    void the_draw_is_stored_before_the_draft_and_stands_below_the_work() {
        history.with(RETAINER.value(), drawn("1800"));
        run(List.of(), time("time-entry:e-1", "2000"), time("time-entry:e-2", "500"));

        assertThat(sent.of(DrawRetainer.class))
                .containsExactly(new DrawRetainer(RETAINER, INVOICE, wire("2500"), ISSUE_DAY));
        assertThat(sent.of(AddInvoiceLines.class).getFirst().lines())
                .extracting(DraftLine::sourceId, DraftLine::net)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("time-entry:e-1", wire("2000")),
                        org.assertj.core.groups.Tuple.tuple("time-entry:e-2", wire("500")),
                        org.assertj.core.groups.Tuple.tuple(RETAINER.value(), wire("-1800")));
    }

    @Test
    void each_prepayment_is_counted_off_at_its_own_tax() {
        history.with(
                RETAINER.value(),
                of(drawn("1800"), "billing-item:i-1", "invoice:one"),
                RetainerDrawn.newBuilder(of(drawn("500"), "billing-item:i-2", "invoice:two"))
                        .setDrawNo(3)
                        .build());
        filled("invoice:one", "billing-item:i-1", FILLED);
        filled("invoice:two", "billing-item:i-2", FILLED.plusDays(9));
        run(List.of(), time("time-entry:e-1", "2300"));

        assertThat(sent.of(AddInvoiceLines.class).getFirst().lines())
                .extracting(DraftLine::portionNo, DraftLine::net, DraftLine::taxDay)
                .containsExactly(
                        tuple(1, wire("2300"), null),
                        tuple(2, wire("-1800"), FILLED),
                        tuple(3, wire("-500"), FILLED.plusDays(9)));
    }

    private void filled(String invoice, String item, LocalDate day) {
        history.with(
                invoice,
                BillingExamples.linesAdded(InvoiceLine.newBuilder(BillingExamples.line(1, item, "1800"))
                        .setServiceDate(day)
                        .build()));
    }

    private static RetainerDrawn of(RetainerDrawn drawn, String item, String document) {
        return RetainerDrawn.newBuilder(drawn)
                .setBillingItemId(item)
                .setDocumentId(document)
                .build();
    }

    @Test
    void what_a_retainer_pays_was_entered_by_the_run() {
        history.with(RETAINER.value(), drawn("1800"));
        run(List.of(), time("time-entry:e-1", "2000"));

        assertThat(sent.of(AddInvoiceLines.class).getFirst().authors())
                .containsExactly(CLERK, "process|process-billing-run");
    }

    @Test
    void an_empty_retainer_leaves_the_work_as_it_is() {
        run(List.of(), time("time-entry:e-1", "2000"));

        assertThat(sent.of(AddInvoiceLines.class).getFirst().lines()).hasSize(1);
    }

    @Test
    void items_are_not_drawn() {
        run(List.of(), time("billing-item:m-1", "2000"));

        assertThat(sent.of(DrawRetainer.class)).isEmpty();
    }

    /** Paid on the customer's behalf, an expense is outside the scope of tax. */
    @ParameterizedTest
    @CsvSource({
        "time-entry:e-1, O, 2000",
        "expense:x-1, S, 2000",
        "expense:x-1, O, 500",
        "billing-item:m-1, S, 500",
    })
    void time_and_expenses_are_drawn_but_not_what_was_paid_on_the_customers_behalf(
            String sourceId, String taxCategory, BigDecimal wanted) {
        var drafted = draws(line(sourceId, "1500", taxCategory), line("time-entry:e-9", "500", "S"));

        assertThat(drafted).extracting(DraftLine::sourceId).containsExactly(sourceId, "time-entry:e-9");
        assertThat(sent.of(DrawRetainer.class))
                .extracting(DrawRetainer::wanted)
                .containsExactly(wire(wanted.toPlainString()));
    }

    @Test
    void what_another_draft_drew_stands_on_that_one() {
        var others = RetainerDrawn.newBuilder(drawn("700"))
                .setInvoiceId("invoice:other")
                .setDrawNo(1)
                .build();
        history.with(RETAINER.value(), others, drawn("1800"));

        assertThat(draws(line("time-entry:e-1", "2500", "S")))
                .extracting(DraftLine::portionNo, DraftLine::net)
                .containsExactly(tuple(1, wire("2500")), tuple(2, wire("-1800")));
    }

    @Test
    void a_prepayment_among_others_on_its_invoice_is_counted_off_at_its_own_tax() {
        filled("invoice:one", "billing-item:i-0", FILLED.minusDays(9));
        filled("invoice:one", "billing-item:i-1", FILLED);
        history.with(RETAINER.value(), of(drawn("1800"), "billing-item:i-1", "invoice:one"));

        assertThat(draws(line("time-entry:e-1", "2500", "S")))
                .extracting(DraftLine::taxDay)
                .containsExactly(null, FILLED);
    }

    /** What stands on the draft with those lines. */
    private List<DraftLine> draws(DraftLine... lines) {
        var retainers = Map.of("contract:K-1", Map.of(1, RETAINER));
        var work = new KnownWork(List.of(), List.of(), List.of(), List.of(), retainers);
        var draft = planned(INVOICE.value());
        var sources = Arrays.stream(lines).map(line -> new Source(line, null)).toList();
        var all = new RetainerDraws(work, sent, history).with(Map.of(draft, sources));
        return Objects.requireNonNull(all.get(draft)).stream().map(Source::line).toList();
    }

    private static DraftLine line(String sourceId, String net, String taxCategory) {
        return new DraftLine(
                sourceId, 1, 1, "project:P-1", "Ana", FILLED, null, null, null, wire(net), taxCategory, List.of());
    }

    @Test
    void due_instalments_are_ready_before_anything_is_planned() {
        run(List.of("billing-item:i-1"), time("time-entry:e-1", "2000"));

        assertThat(sent.commands().getFirst())
                .isEqualTo(new MakeDueItemReady(
                        new BillingItemId("billing-item:i-1"), runStarted(null).getCutOff()));
    }

    private void run(List<String> due, BillableSource... proposed) {
        var retainers = Map.of("contract:K-1", Map.of(1, RETAINER));
        var work = new KnownWork(List.of(proposed), List.of(), List.of(), due, retainers);
        new ProcessUnderTest(new WhenBillingRunStartedThenDraft(
                        work, new NothingToFix(), (one, other, day) -> Optional.empty(), sent, history))
                .on(runStarted(null));
    }

    private static BillableSource time(String sourceId, String amount) {
        return ready(sourceId, amount);
    }

    private static RetainerDrawn drawn(String amount) {
        return RetainerDrawn.newBuilder()
                .setRetainerId(RETAINER.value())
                .setContractId("contract:K-1")
                .setLineNo(1)
                .setInvoiceId(INVOICE.value())
                .setDrawNo(2)
                .setWanted(wire("2500"))
                .setAmount(wire(amount))
                .setBalance(wire("0"))
                .setCurrency("EUR")
                .setAccountingDate(ISSUE_DAY)
                .build();
    }
}
