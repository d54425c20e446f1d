package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingProcessesTest.limiting;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.exception.RaiseException;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed about limits reaches those who watch them. */
class AgreedLimitsTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @Test
    void a_contract_with_a_limit_is_watched_from_its_signing() {
        funding(true).on(signed(wire("500"), null));

        assertThat(sent.of(OpenFunding.class)).extracting(OpenFunding::reason).containsExactly("signed");
    }

    @Test
    void a_limit_of_a_line_alone_is_watched_as_well() {
        funding(true).on(signed(null, wire("500")));

        assertThat(sent.of(OpenFunding.class)).hasSize(1);
    }

    @Test
    void a_contract_without_any_limit_is_not_asked_about() {
        funding(true).on(signed(null, null));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_amendment_sets_the_limits_that_it_leaves() {
        funding(true).on(amended());

        assertThat(sent.of(OpenFunding.class)).extracting(OpenFunding::reason).containsExactly("amendment 3");
    }

    @Test
    void an_amendment_that_ends_the_last_limit_is_told_to_those_who_watched_it() {
        events(FundingOpened.class, capped("100")).forEach(event -> history.with(FUNDING.value(), event));

        funding(false).on(amended());

        assertThat(sent.of(OpenFunding.class)).singleElement().satisfies(opened -> assertThat(opened.limits())
                .isEmpty());
    }

    @Test
    void a_limit_lowered_to_what_is_billed_lies_not_below_it() {
        var raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));
        var billed = new Object[] {
            capped("100"), FundingExamples.consume(null, "1=60.00"), capped("60"),
        };

        var changes = events(FundingLimitChanged.class, billed);
        changes.forEach(raise::on);

        assertThat(changes.getLast().getBilled()).isEqualTo(wire("60"));
        assertThat(sent.of(RaiseException.class)).isEmpty();
    }

    /** What the limits know as billed, they take off themselves. */
    @ParameterizedTest
    @CsvSource({
        "time-entry:e-1, 120, 30, 90",
        "billing-item:m-1, 5000, 1000, 4000",
        "expense:x-1, 300, 100, 200",
        "expense:unknown, , , 7"
    })
    void what_was_billed_in_part_before_it_was_limited_asks_with_all_it_is_worth(
            String source, @Nullable String price, @Nullable String writtenOff, String worth) {
        if (price != null && writtenOff != null) {
            history.with(source, priced(source, price), writtenOff(source, writtenOff));
        }
        var portion = new DraftFunds.Portion(source, 1, BigDecimal.ONE);
        events(FundsConsumed.class, capped("100"), new ConsumeFunds(FUNDING, INVOICE, null, List.of(portion)))
                .forEach(event -> history.with(FUNDING.value(), event));
        var work = new LimitsLookup.Work(source, 1, ACME.value(), PROJECT.value(), WORK_DAY, wire("7"), "EUR");
        var limits = List.of(FundLimit.order("PO-A", wire("250")));
        var agreed = new LimitsLookup.Agreed(GMBH.value(), "EUR", OpenFunding.Policy.SPLIT, limits, List.of());

        new ProcessUnderTest(
                        new WhenContractAgreedThenFund(new KnownLimits(true, agreed, List.of(work)), sent, history))
                .on(signed(wire("500"), null));

        assertThat(sent.of(ReserveFunds.class)).singleElement().satisfies(asked -> {
            assertThat(asked.worth()).isEqualByComparingTo(worth);
            assertThat(asked.approvedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    private static SpecificRecord priced(String source, String amount) {
        return switch (source.charAt(0)) {
            case 't' -> AnyEvent.of(TimePriced.class, "timeEntryId", source, "amount", wire(amount));
            case 'b' -> AnyEvent.of(BillingItemReady.class, "billingItemId", source, "amount", wire(amount));
            default -> AnyEvent.of(ExpensePriced.class, "expenseId", source, "amount", wire(amount));
        };
    }

    private static SpecificRecord writtenOff(String source, String amount) {
        return switch (source.charAt(0)) {
            case 't' -> AnyEvent.of(TimeWrittenOff.class, "timeEntryId", source, "amount", wire(amount));
            case 'b' -> AnyEvent.of(BillingItemWrittenOff.class, "billingItemId", source, "amount", wire(amount));
            default -> AnyEvent.of(ExpenseWrittenOff.class, "expenseId", source, "amount", wire(amount));
        };
    }

    private ProcessUnderTest funding(boolean limited) {
        return new ProcessUnderTest(new WhenContractAgreedThenFund(limiting(limited), sent, history));
    }

    private static ContractSigned signed(@Nullable BigDecimal limit, @Nullable BigDecimal limitOfLine) {
        return ContractSigned.newBuilder()
                .setContractId("contract:K-1")
                .setDealId("deal:D-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setCustomerId("customer:ACME")
                .setName("Shop")
                .setCurrency("EUR")
                .setSignedOn(WORK_DAY)
                .setTermFrom(WORK_DAY)
                .setZone("Europe/Berlin")
                .setPaymentTermsDays(30)
                .setPoRequired(false)
                .setRateCardId("rate-card:standard")
                .setRounding("PER_ENTRY")
                .setSecondsPerDay(28_800)
                .setLimit(limit)
                .setLines(List.of(ContractLine.newBuilder()
                        .setLineNo(1)
                        .setDescription("Consulting")
                        .setMethod("TIME_AND_MATERIALS")
                        .setTaxCategory("S")
                        .setLimit(limitOfLine)
                        .build()))
                .build();
    }

    private static ContractAmended amended() {
        return ContractAmended.newBuilder()
                .setContractId("contract:K-1")
                .setAmendmentNo(3)
                .setAmendmentId("a-3")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setCurrency("EUR")
                .setEffectiveOn(WORK_DAY)
                .setTreatment("PROSPECTIVE")
                .setDecidedBy("idp|controller")
                .setReason("less is needed")
                .setAmendedAt(NOON)
                .build();
    }
}
