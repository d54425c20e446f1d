package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundingProcessesTest {

    private static final TimeApproved APPROVED = TimeApproved.newBuilder()
            .setTimeEntryId("time-entry:e-1")
            .setVersion(1)
            .setPersonId("person:ana")
            .setProjectId("project:P-1")
            .setContractId("contract:K-1")
            .setCustomerId("customer:ACME")
            .setLegalEntityId("legal-entity:GMBH")
            .setLineNo(1)
            .setWorkDate(WORK_DAY)
            .setSeconds(3_600)
            .setTimeClass("BILLABLE")
            .setApprovedBy(LEAD)
            .setSubmittedAt(NOON)
            .setApprovedAt(EVENING)
            .build();
    private static final TimePriced PRICED = TimePriced.newBuilder()
            .setTimeEntryId("time-entry:e-1")
            .setVersion(1)
            .setPersonId("person:ana")
            .setProjectId("project:P-1")
            .setContractId("contract:K-1")
            .setCustomerId("customer:ACME")
            .setLegalEntityId("legal-entity:GMBH")
            .setLineNo(1)
            .setRateCardId("rate-card:standard")
            .setRateId("r1")
            .setLevel("ENTITY_STANDARD")
            .setRate(wire("120"))
            .setUnit("HOUR")
            .setSecondsPerUnit(3_600)
            .setBilledSeconds(3_600)
            .setRounding("PER_ENTRY")
            .setAmount(wire("120"))
            .setCurrency("EUR")
            .setServiceDate(WORK_DAY)
            .setAccountingDate(WORK_DAY)
            .setRuleVersion(1)
            .build();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("time-entry:e-1", APPROVED, PRICED);

    @Test
    void priced_work_of_a_limited_line_asks_for_funds_with_its_rank() {
        new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(true), sent, history)).on(PRICED);

        assertThat(sent.commands()).containsExactly(reserve("120", EVENING));
        assertThat(sent.keys()).containsExactly("reserve/time-entry:e-1/1");
    }

    @Test
    void work_that_nothing_limits_never_touches_the_limits() {
        new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(false), sent, history)).on(PRICED);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void what_is_given_up_is_asked_for_no_more() {
        var writtenOff = TimeWrittenOff.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setPortionNo(0)
                .setSeconds(900)
                .setAmount(wire("30"))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setReason("goodwill")
                .setWrittenOffBy(LEAD)
                .build();
        history.with("time-entry:e-1", writtenOff);

        new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(true), sent, history)).on(writtenOff);

        assertThat(sent.commands()).containsExactly(reserve("90", EVENING));
    }

    @Test
    void a_new_price_is_asked_for_whole_whatever_was_credited_of_the_one_before() {
        var again = TimePriced.newBuilder(PRICED)
                .setVersion(3)
                .setAmount(wire("60"))
                .build();
        history.with("time-entry:e-1", neverExisted("120"), again);

        new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(true), sent, history)).on(again);

        assertThat(sent.of(ReserveFunds.class)).extracting(ReserveFunds::worth).containsExactly(wire("60"));
    }

    private static TimeCorrectedAfterBilling neverExisted(String amount) {
        return TimeCorrectedAfterBilling.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setSeconds(3_600)
                .setAmount(wire(amount))
                .setApprovedSeconds(0)
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .build();
    }

    @Test
    void a_purchase_order_sets_the_limits_as_they_are_agreed_and_what_was_priced_before_asks() {
        new ProcessUnderTest(new WhenContractAgreedThenFund(limiting(true), sent, history))
                .on(new PurchaseOrderReceived("contract:K-1", "PO-A", WORK_DAY, wire("250")));

        assertThat(sent.of(OpenFunding.class)).singleElement().satisfies(opened -> {
            assertThat(opened.limits()).containsExactly(FundLimit.order("PO-A", wire("250")));
            assertThat(opened.reason()).isEqualTo("purchase order PO-A");
        });
        assertThat(sent.of(ReserveFunds.class)).containsExactly(reserve("120", EVENING));
    }

    /** Of 120, 40 were billed while nothing limited the line: 80 are open, not 80 less 40. */
    @Test
    void work_that_was_billed_in_part_before_it_was_limited_asks_with_all_it_is_worth() {
        history.with(
                FUNDING.value(),
                events(FundsConsumed.class, capped("100"), consume(null, "1=40.00"))
                        .getFirst());

        new ProcessUnderTest(new WhenContractAgreedThenFund(limiting(true, "80"), sent, history))
                .on(new PurchaseOrderReceived("contract:K-1", "PO-A", WORK_DAY, wire("250")));

        assertThat(sent.of(ReserveFunds.class)).extracting(ReserveFunds::worth).containsExactly(wire("120"));
    }

    @Test
    void orders_without_a_limit_open_nothing() {
        new ProcessUnderTest(new WhenContractAgreedThenFund(limiting(false), sent, history))
                .on(new PurchaseOrderReceived("contract:K-1", "PO-A", WORK_DAY, null));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_discarded_draft_lets_its_funds_go() {
        new ProcessUnderTest(new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(limiting(true), sent, history))
                .on(InvoiceDiscarded.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setContractId("contract:K-1")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setSourceIds(List.of("time-entry:e-1"))
                        .setReason("wrong month")
                        .build());

        assertThat(sent.commands()).containsExactly(new TakeFundsOffDraft(FUNDING, INVOICE, List.of(), "wrong month"));
    }

    @Test
    void a_shortage_is_an_exception_of_its_owner_and_closed_when_it_ends() {
        var raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));
        events(FundsRanShort.class, capped("100"), ask(1, "120")).forEach(raise::on);
        events(FundsRanShort.class, open(Policy.SPLIT, FundLimit.order("A", wire("250"))), ask(1, "300"))
                .forEach(raise::on);
        events(FundsSufficed.class, capped("100"), ask(1, "120"), ask(1, "90")).forEach(raise::on);

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("OVER_LIMIT", "PO_EXHAUSTED");
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::stake)
                .containsExactly(new Stake(wire("20"), "EUR"), new Stake(wire("50"), "EUR"));
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("OVER_LIMIT", "contract:K-1/line-1"));
    }

    @Test
    void what_waits_is_told_as_often_as_it_moves() {
        var raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));
        var commands = new Object[] {capped("100"), ask(1, "120"), ask(2, "30"), ask(3, "5"), ask(2, "10")};
        events(FundsShortageChanged.class, commands).forEach(raise::on);

        assertThat(sent.of(RestateException.class))
                .extracting(RestateException::stake)
                .containsExactly(
                        new Stake(wire("50"), "EUR"), new Stake(wire("55"), "EUR"), new Stake(wire("35"), "EUR"));
        assertThat(sent.of(RestateException.class))
                .extracting(RestateException::exceptionId)
                .containsOnly(RaiseException.idOf("OVER_LIMIT", "contract:K-1/line-1"));
    }

    /** Case 7, billing side: the limit lies 2,000 below what is billed. */
    @Test
    void a_limit_below_what_is_billed_is_told_with_the_gap() {
        var raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));
        events(
                        FundingLimitChanged.class,
                        capped("50000"),
                        ask(1, "42000"),
                        draft(null, "1=42000.00"),
                        consume(null, "1=42000.00"),
                        ask(2, "3000"),
                        capped("40000"))
                .forEach(raise::on);

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("LIMIT_BELOW_BILLED");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("2000"), "EUR"));
        });
    }

    /** Of 120 an hour. */
    private static ReserveFunds reserve(String worth, Instant approvedAt) {
        return new ReserveFunds(
                FUNDING,
                "time-entry:e-1",
                1,
                ACME,
                PROJECT,
                WORK_DAY,
                approvedAt,
                true,
                new BigDecimal(worth),
                Integer.parseInt(worth) * 30,
                "EUR");
    }

    static LimitsLookup limiting(boolean limited) {
        return limiting(limited, "120");
    }

    private static LimitsLookup limiting(boolean limited, String unbilled) {
        var limits = limited ? List.of(FundLimit.order("PO-A", wire("250"))) : List.<FundLimit>of();
        return new KnownLimits(
                limited,
                new LimitsLookup.Agreed(GMBH.value(), "EUR", Policy.SPLIT, limits, List.of()),
                List.of(new LimitsLookup.Work(
                        "time-entry:e-1", 1, ACME.value(), PROJECT.value(), WORK_DAY, wire(unbilled), "EUR")));
    }
}
