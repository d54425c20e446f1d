package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.billing.invoice.BillingExamples.ready;
import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.RUN;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.invoice.AddInvoiceLines;
import io.fairlead.billing.invoice.DraftInvoice;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceTerms;
import io.fairlead.billing.run.UnbilledWorkLookup.ClaimedPart;
import io.fairlead.billing.run.UnbilledWorkLookup.FundedPart;
import io.fairlead.funding.TakeFundsOffDraft;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Portion;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownWork;
import io.fairlead.testing.NothingToFix;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.PutTimeOnDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that goes on where an attempt before it stopped, and one that is larger than what is done at a time. */
class InterruptedDraftTest {

    private static final InvoiceId DRAFT = plannedFor("contract:K-1", "PO-7");
    private static final InvoiceId SECOND = plannedFor("contract:K-2", "PO-8");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("billing-run:run-1", planned(DRAFT.value()));
    private final List<ClaimedPart> claimed = new ArrayList<>();
    private final List<FundedPart> funded = new ArrayList<>();

    /** 40.00 of an hour at 100.00: 24 minutes. */
    @Test
    void work_whose_funds_the_draft_holds_is_claimed_with_the_amount_that_they_pay() {
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-1", "100"), wire("40")));
        run();

        assertThat(sent.of(PutTimeOnDraft.class))
                .extracting(PutTimeOnDraft::portion)
                .containsExactly(new Portion(1, 1_440, wire("40")));
        assertThat(lines()).containsExactly("time-entry:e-1 40.00");
    }

    @Test
    void of_work_that_is_proposed_too_the_amount_with_funds_is_claimed_once() {
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-1", "100"), wire("40")));
        run(ready("time-entry:e-1", "100"), ready("time-entry:e-2", "30"));

        assertThat(lines()).containsExactly("time-entry:e-1 40.00", "time-entry:e-2 30.00");
    }

    @Test
    void work_that_the_draft_has_claimed_is_not_claimed_again_for_its_funds() {
        claimed.add(new ClaimedPart(DRAFT.value(), ready("time-entry:e-1", "100"), 1, 1_440, wire("40")));
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-1", "100"), wire("40")));
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-2", "30"), wire("30")));
        run();

        assertThat(sent.of(PutTimeOnDraft.class))
                .extracting(claim -> claim.timeEntryId().value())
                .containsExactly("time-entry:e-2");
        assertThat(lines()).containsExactly("time-entry:e-1 40.00", "time-entry:e-2 30.00");
    }

    @Test
    void funds_of_work_that_another_draft_was_faster_to_claim_are_let_go() {
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-1", "100"), wire("40")));
        funded.add(new FundedPart(DRAFT.value(), ready("time-entry:e-2", "30"), wire("30")));
        sent.refuse("claim/time-entry:e-1/" + DRAFT, new RuleViolated("T-07", "the time is not unbilled"));
        run();

        assertThat(sent.of(TakeFundsOffDraft.class))
                .extracting(TakeFundsOffDraft::sourceIds)
                .containsExactly(List.of("time-entry:e-1"));
        assertThat(lines()).containsExactly("time-entry:e-2 30.00");
    }

    @Test
    void lines_of_a_day_stand_in_the_order_of_their_sources_and_the_draft_has_the_terms_of_its_plan() {
        run(ready("time-entry:e-3", "30"), ready("time-entry:e-1", "10"), ready("time-entry:e-2", "20"));

        assertThat(lines()).containsExactly("time-entry:e-1 10.00", "time-entry:e-2 20.00", "time-entry:e-3 30.00");
        assertThat(sent.of(DraftInvoice.class))
                .containsExactly(new DraftInvoice(
                        DRAFT,
                        new InvoiceTerms(RUN, CONTRACT, ACME, GMBH, "PO-7", "EUR", MONTH_END, ISSUE_DAY, BILLER)));
    }

    @Test
    void five_hundred_lines_come_in_one_command() {
        run(entries(500).toArray(BillableSource[]::new));

        assertThat(sent.of(AddInvoiceLines.class))
                .extracting(added -> added.lines().size())
                .containsExactly(500);
    }

    @Test
    void after_five_thousand_claims_their_drafts_are_made_before_more_is_claimed() {
        assertThat(orderOfLastClaimAndFirstDraft(5_000)).isEqualTo("drafted, then claimed");
        assertThat(orderOfLastClaimAndFirstDraft(4_999)).isEqualTo("claimed, then drafted");
    }

    private static String orderOfLastClaimAndFirstDraft(int entries) {
        var test = new InterruptedDraftTest();
        test.history.with("billing-run:run-1", planned(SECOND.value()));
        var proposed = new ArrayList<>(entries(entries));
        proposed.add(ready("time-entry:last", "contract:K-2", "PO-8", "100"));
        test.run(proposed.toArray(BillableSource[]::new));
        var keys = test.sent.keys();
        return keys.indexOf("draft/" + DRAFT) < keys.indexOf("claim/time-entry:last/" + SECOND)
                ? "drafted, then claimed"
                : "claimed, then drafted";
    }

    private static List<BillableSource> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(no -> ready("time-entry:e-%04d".formatted(no), "1"))
                .toList();
    }

    private void run(BillableSource... proposed) {
        new ProcessUnderTest(new WhenBillingRunStartedThenDraft(
                        new KnownWork(List.of(proposed), claimed, funded, List.of(), Map.of()),
                        new NothingToFix(),
                        (one, other, day) -> Optional.empty(),
                        sent,
                        history))
                .on(runStarted(null));
    }

    private List<String> lines() {
        return sent.of(AddInvoiceLines.class).stream()
                .flatMap(added -> added.lines().stream())
                .map(InterruptedDraftTest::told)
                .toList();
    }

    private static String told(DraftLine line) {
        BigDecimal net = line.net();
        return line.sourceId() + " " + net.setScale(2).toPlainString();
    }

    private static InvoiceId plannedFor(String contract, String order) {
        return InvoiceId.of(NameUuid.of("billing-run:run-1", contract, "customer:ACME", order, "EUR")
                .toString());
    }
}
