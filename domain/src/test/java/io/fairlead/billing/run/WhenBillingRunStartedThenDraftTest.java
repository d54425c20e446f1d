package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.completed;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.billing.invoice.BillingExamples.ready;
import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.invoice.AddInvoiceLines;
import io.fairlead.billing.invoice.DraftInvoice;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.item.PutBillingItemOnDraft;
import io.fairlead.billing.run.UnbilledWorkLookup.ClaimedPart;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownWork;
import io.fairlead.testing.NothingToFix;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.PutTimeOnDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhenBillingRunStartedThenDraftTest {

    private static final String PLANNED_ID = InvoiceId.of(
                    NameUuid.of("billing-run:run-1", "contract:K-1", "customer:ACME", "PO-7", "EUR")
                            .toString())
            .value();

    private static final String OTHER_PLANNED_ID = InvoiceId.of(
                    NameUuid.of("billing-run:run-1", "contract:K-2", "customer:ACME", "PO-8", "EUR")
                            .toString())
            .value();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("billing-run:run-1", planned(PLANNED_ID));

    @Test
    void an_invoice_is_planned_then_claimed_then_drafted() {
        run(List.of(), time("time-entry:e-1"), time("billing-item:m-1"));

        assertThat(sent.commands())
                .extracting(Object::getClass)
                .containsExactly(
                        PlanInvoice.class,
                        PutTimeOnDraft.class,
                        PutBillingItemOnDraft.class,
                        AddInvoiceLines.class,
                        DraftInvoice.class,
                        CompleteBillingRun.class);
        assertThat(sent.keys()).startsWith("plan/" + PLANNED_ID, "claim/time-entry:e-1/" + PLANNED_ID);
    }

    @Test
    void only_what_was_granted_stands_on_the_draft() {
        sent.refuse("claim/time-entry:e-1/" + PLANNED_ID, new RuleViolated("T-07", "the time is not unbilled"));
        run(List.of(), time("time-entry:e-1"), time("time-entry:e-2"));

        assertThat(linesSent()).containsExactly("time-entry:e-2");
    }

    @Test
    void nothing_granted_is_no_draft() {
        sent.refuse(PutTimeOnDraft.class, new RuleViolated("T-07", "the time is not unbilled"));
        run(List.of(), time("time-entry:e-1"));

        assertThat(sent.of(DraftInvoice.class)).isEmpty();
        assertThat(sent.of(CompleteBillingRun.class)).hasSize(1);
    }

    /** Else the claim of an entry's last seconds, whose money is less than what is left, would be refused. */
    @Test
    void money_that_rounding_left_without_a_second_is_claimed_first_and_each_answer_is_its_own() {
        var whole = plannedFor("PO-A");
        history.with("billing-run:run-1", planned(whole)).with("billing-run:run-1", planned(plannedFor("PO-B")));
        sent.refuse("claim/time-entry:e-1/" + whole, new RuleViolated("T-07", "the time is not unbilled"));
        run(
                List.of(),
                WorkExample.of("time-entry:e-1").granted("PO-A", "10.00").source(),
                WorkExample.of("time-entry:e-2")
                        .ready("100.00")
                        .granted("PO-B", "0.01")
                        .source());

        assertThat(sent.of(PutTimeOnDraft.class))
                .extracting(claim -> claim.timeEntryId().value(), claim -> claim.portion()
                        .seconds())
                .containsExactly(tuple("time-entry:e-2", 0), tuple("time-entry:e-1", 3_600));
        assertThat(linesSent()).containsExactly("time-entry:e-2");
    }

    private static String plannedFor(String order) {
        return InvoiceId.of(NameUuid.of("billing-run:run-1", "contract:k", "customer:acme", order, "EUR")
                        .toString())
                .value();
    }

    @Test
    void what_an_interrupted_attempt_claimed_belongs_to_the_draft() {
        run(List.of(claimed("time-entry:e-0", "100")));

        assertThat(linesSent()).containsExactly("time-entry:e-0");
    }

    @Test
    void more_of_a_source_that_the_draft_has_claimed_waits_for_the_next_run() {
        run(List.of(claimed("time-entry:e-0", "40")), time("time-entry:e-0"));

        assertThat(sent.of(PutTimeOnDraft.class)).isEmpty();
        assertThat(sent.of(AddInvoiceLines.class).getFirst().lines())
                .extracting(DraftLine::sourceId, DraftLine::net)
                .containsExactly(tuple("time-entry:e-0", wire("40")));
    }

    @Test
    void a_draft_that_an_interrupted_attempt_completed_takes_nothing_more() {
        history.with(PLANNED_ID, drafted(1, "100"));
        run(List.of(claimed("time-entry:e-0", "100")), time("time-entry:e-1"));

        assertThat(sent.commands())
                .extracting(Object::getClass)
                .containsExactly(PlanInvoice.class, CompleteBillingRun.class);
    }

    @Test
    void a_completed_run_bills_nothing_when_it_is_repeated() {
        history.with("billing-run:run-1", completed(1));
        run(List.of(), time("time-entry:e-1"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void several_contracts_are_drafted_side_by_side_and_each_gets_its_own_lines() {
        history.with("billing-run:run-1", planned(OTHER_PLANNED_ID));
        run(
                List.of(),
                time("time-entry:e-1"),
                time("time-entry:e-2"),
                ready("time-entry:e-3", "contract:K-2", "PO-8", "100"));

        assertThat(sent.of(AddInvoiceLines.class))
                .extracting(
                        added -> added.lines().stream().map(DraftLine::sourceId).toList())
                .containsExactlyInAnyOrder(List.of("time-entry:e-1", "time-entry:e-2"), List.of("time-entry:e-3"));
        assertThat(sent.of(DraftInvoice.class)).hasSize(2);
    }

    @Test
    void more_than_500_lines_come_in_several_commands() {
        run(
                List.of(),
                IntStream.range(0, 501)
                        .mapToObj(no -> time("time-entry:e-%03d".formatted(no)))
                        .toArray(BillableSource[]::new));

        assertThat(sent.of(AddInvoiceLines.class))
                .extracting(added -> added.lines().size())
                .containsExactly(500, 1);
        assertThat(linesSent()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void without_a_purchase_order_nothing_is_planned() {
        run(List.of(), ready("time-entry:e-1", "contract:K-1", null, "100"));

        assertThat(sent.of(PlanInvoice.class)).isEmpty();
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("PO_MISSING");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("100"), "EUR"));
        });
    }

    @Test
    void what_nobody_of_the_firm_entered_has_the_run_as_its_author() {
        run(
                List.of(),
                time("time-entry:e-1"),
                new WorkExample(time("time-entry:e-2")).enteredByNobody().source());

        assertThat(sent.of(AddInvoiceLines.class).getFirst().authors())
                .containsExactly(CLERK, "process|process-billing-run");
    }

    private void run(List<ClaimedPart> claimed, BillableSource... proposed) {
        process(List.of(proposed), claimed).on(runStarted(null));
    }

    private List<String> linesSent() {
        return sent.of(AddInvoiceLines.class).stream()
                .flatMap(added -> added.lines().stream())
                .map(DraftLine::sourceId)
                .toList();
    }

    private static BillableSource time(String sourceId) {
        return ready(sourceId, "100");
    }

    private static ClaimedPart claimed(String sourceId, String amount) {
        return new ClaimedPart(PLANNED_ID, ready(sourceId, "100"), 1, 3_600, wire(amount));
    }

    private ProcessUnderTest process(List<BillableSource> unbilled, List<ClaimedPart> claimed) {
        return new ProcessUnderTest(new WhenBillingRunStartedThenDraft(
                new KnownWork(unbilled, claimed, List.of(), List.of(), Map.of()),
                new NothingToFix(),
                (one, other, day) -> Optional.empty(),
                sent,
                history));
    }
}
