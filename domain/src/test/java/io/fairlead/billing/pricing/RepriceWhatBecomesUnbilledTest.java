package io.fairlead.billing.pricing;

import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.FOUND;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.MARCH;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.entry;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.found;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.Affected;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.RepriceTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was wholly billed or drafted when a rate changed kept its price; it gets today's when something of it is unbilled. */
class RepriceWhatBecomesUnbilledTest {

    private final SentCommands sent = new SentCommands();

    /** A credit, a line removed from a draft, a correction. */
    static Stream<SpecificRecord> whatMakesTimeUnbilled() {
        return Stream.of(reopened(), takenOffDraft(), corrected(3_600));
    }

    @ParameterizedTest
    @MethodSource("whatMakesTimeUnbilled")
    void time_that_becomes_unbilled_gets_the_price_of_today(SpecificRecord event) {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(event);

        assertThat(sent.of(RepriceTime.class)).singleElement().satisfies(order -> {
            assertThat(order.timeEntryId()).isEqualTo(new TimeEntryId("time-entry:six"));
            assertThat(order.rate()).isEqualTo(FOUND.row().rate());
        });
        assertThat(sent.keys()).containsExactly("reprice/time-entry:six/" + ProcessUnderTest.EVENT_ID);
    }

    @ParameterizedTest
    @MethodSource("whatMakesTimeUnbilled")
    void time_that_becomes_unbilled_and_whose_price_is_gone_keeps_what_it_had(SpecificRecord event) {
        process(entry("six", new RateMissing("RATE_MISSING", "set a rate"), Standing.UNBILLED, 21_600, "900.00"))
                .on(event);

        assertThat(sent.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatMakesTimeUnbilled")
    void time_that_becomes_unbilled_at_the_price_of_today_keeps_it(SpecificRecord event) {
        var same = found(Rate.hourly(wire("150"), "EUR"), "HOUR");

        process(entry("six", same, Standing.UNBILLED, 21_600, "900.00")).on(event);

        assertThat(sent.commands()).isEmpty();
    }

    /** Reacted to again later, it would find that parts of the rest were rounded, and price that once more. */
    @Test
    void what_a_correction_priced_itself_is_priced_again_only_by_another_rate() {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(corrected(3_600));

        assertThat(sent.of(RepriceTime.class)).extracting(RepriceTime::again).containsExactly(false);
    }

    @ParameterizedTest
    @MethodSource("whatComesBack")
    void what_comes_back_may_have_a_former_price_beside_a_rest_that_has_the_rate_of_today(SpecificRecord event) {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(event);

        assertThat(sent.of(RepriceTime.class)).extracting(RepriceTime::again).containsExactly(true);
    }

    static Stream<SpecificRecord> whatComesBack() {
        return Stream.of(reopened(), takenOffDraft());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {0, -3_600})
    void a_correction_that_makes_nothing_unbilled_reprices_nothing(@Nullable Integer seconds) {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(corrected(seconds));

        assertThat(sent.commands()).isEmpty();
    }

    private static TimeTakenOffDraft takenOffDraft() {
        return TimeTakenOffDraft.newBuilder()
                .setTimeEntryId("time-entry:six")
                .setInvoiceId("invoice:1")
                .setPortionNo(1)
                .setSeconds(21_600)
                .setAmount(wire("900"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(MARCH)
                .setReason("the rate changed")
                .build();
    }

    /** @param billed seconds more that are to bill; null while the time has no price */
    private static TimeCorrectedAfterApproval corrected(@Nullable Integer billed) {
        return TimeCorrectedAfterApproval.newBuilder()
                .setTimeEntryId("time-entry:six")
                .setVersion(2)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .setSeconds(21_600)
                .setSecondsDelta(3_600)
                .setBilledSecondsDelta(billed)
                .setAmountDelta(billed == null ? null : wire("150"))
                .setCurrency(billed == null ? null : "EUR")
                .setServiceDate(MARCH)
                .setAccountingDate(MARCH)
                .setReason("an hour was forgotten")
                .setAuthor("idp|clerk")
                .build();
    }

    private static TimeReopened reopened() {
        return TimeReopened.newBuilder()
                .setTimeEntryId("time-entry:six")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:1")
                .setPortionNo(1)
                .setSeconds(21_600)
                .setAmount(wire("900"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(MARCH)
                .setAccountingDate(MARCH)
                .build();
    }

    private ProcessUnderTest process(Repricing entry) {
        return new ProcessUnderTest(new WhenRateChangedThenReprice(
                new Affected(List.of(entry), new ArrayList<>()), sent, new KnownHistory()));
    }
}
