package io.fairlead.billing.pricing;

import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.FOUND;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.entry;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.found;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.Affected;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.RepriceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Priced time whose new rate could not be used when it was set, since it is in a currency without an exchange rate: a person is
 * told, sets that rate and says so.
 */
class ResumeRepricingTest {

    private final SentCommands sent = new SentCommands();

    @ParameterizedTest
    @ValueSource(strings = {"RATE_MISSING", "FX_RATE_MISSING"})
    void time_whose_new_rate_lacked_an_exchange_rate_gets_it_once_somebody_says_it_is_there(String code) {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(resolved(code));

        assertThat(sent.of(RepriceTime.class)).singleElement().satisfies(order -> {
            assertThat(order.rate()).isEqualTo(FOUND.row().rate());
            assertThat(order.again()).isFalse();
        });
        assertThat(sent.keys()).containsExactly("reprice/time-entry:six/" + ProcessUnderTest.EVENT_ID);
    }

    @Test
    void what_was_billed_before_the_rate_could_be_used_is_told() {
        process(entry("six", FOUND, Standing.INVOICED, 21_600, "900.00")).on(resolved("FX_RATE_MISSING"));

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("RATE_CHANGED_AFTER_BILLING");
    }

    /** An exchange rate that moved reprices nothing by itself. */
    @Test
    void time_that_has_the_rate_already_keeps_its_amount() {
        var same = found(Rate.hourly(wire("150"), "EUR"), "HOUR");
        process(entry("six", same, Standing.UNBILLED, 21_600, "880.00")).on(resolved("FX_RATE_MISSING"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void as_long_as_the_rate_is_missing_the_time_keeps_its_price() {
        process(entry("six", new RateMissing("RATE_MISSING", "set a rate"), Standing.UNBILLED, 21_600, "900.00"))
                .on(resolved("RATE_MISSING"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void another_work_item_reprices_nothing() {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(resolved("COST_RATE_MISSING"));

        assertThat(sent.commands()).isEmpty();
    }

    private static ExceptionResolved resolved(String code) {
        return ExceptionResolved.newBuilder()
                .setExceptionId("exception:1")
                .setOccurrence(1)
                .setCode(code)
                .setSubjectId("time-entry:six")
                .setResolution("done")
                .setResolvedBy("idp|lead")
                .setMinutesSpent(5)
                .setResolvedAt(Instant.parse("2026-03-20T10:00:00Z"))
                .build();
    }

    private ProcessUnderTest process(Repricing entry) {
        return new ProcessUnderTest(new WhenRateChangedThenReprice(
                new Affected(List.of(entry), new ArrayList<>()), sent, new KnownHistory()));
    }
}
