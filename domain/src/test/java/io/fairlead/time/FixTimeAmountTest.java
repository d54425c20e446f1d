package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;

import io.fairlead.shared.ExchangeRate;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 10 of the worked cases on one entry, and pricing at the invoice date (R2, R13). */
class FixTimeAmountTest {

    private static final Object[] THIRD = {
        recorded(1_200), submitted(1), approved(1, 1_200, WORK_DAY), priced(1_200, "133.33", "44.44")
    };

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void case_10_the_first_third_takes_the_cent_and_is_drafted_with_it() {
        entry.given(THIRD).when(share("44.45")).expectEvents(shared("44.45", "0.01"));
        entry.given(THIRD)
                .andGiven(shared("44.45", "0.01"))
                .when(ChangeExamples.putOn(INVOICE, 1, 1_200, "44.45"))
                .expectEvents(ChangeExamples.drafted(INVOICE, 1, 1_200, "44.45"));
    }

    @Test
    void a_share_that_it_has_already_changes_nothing() {
        entry.given(THIRD)
                .when(share("44.44"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(THIRD)
                .andGiven(shared("44.45", "0.01"))
                .when(share("44.45"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"44.46", "44.42", "0"})
    void more_than_a_cent_is_no_share(String amount) {
        entry.given(THIRD).when(share(amount)).expectException(refusal("T-18")).expectNoEvents();
    }

    @Test
    void what_is_billed_keeps_its_amount() {
        entry.given(billedWhole())
                .when(share("1200.01"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_version_is_passed_over() {
        entry.given(THIRD)
                .when(new FixTimeAmount(ENTRY, 2, null, wire("44.45"), "share"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_invoice_dates_rate_replaces_that_of_the_work_date() {
        var ofWork = dollars("1.10");
        var ofInvoice = dollars("1.12");
        var inDollars = TimePriced.newBuilder(priced(36_000, "100", "1100"))
                .setCurrency("USD")
                .setRateCurrency("EUR")
                .setFx(ofWork.asEvent())
                .setPrice(wire("110"))
                .build();
        entry.given(recorded(36_000), submitted(1), approved(1, 36_000, WORK_DAY), inDollars)
                .when(new FixTimeAmount(ENTRY, 1, ofInvoice, null, "priced at the invoice date"))
                .expectEvents(
                        TimeRepriced.newBuilder(repriced("100", 36_000, "1120", "20", "priced at the invoice date"))
                                .setCurrency("USD")
                                .setRateCurrency("EUR")
                                .setFx(ofInvoice.asEvent())
                                .setPrice(wire("112"))
                                .build());
    }

    private static ExchangeRate dollars(String rate) {
        return new ExchangeRate("EUR", "USD", new BigDecimal(rate), MONTH_END, "ECB");
    }

    private static FixTimeAmount share(String amount) {
        return new FixTimeAmount(ENTRY, 1, null, wire(amount), "share of its line");
    }

    private static TimeRepriced shared(String amount, String delta) {
        return TimeRepriced.newBuilder(repriced("133.33", 1_200, amount, delta, "share of its line"))
                .setRounding("PER_LINE")
                .build();
    }

    private static TimeRepriced repriced(String rate, int seconds, String amount, String delta, String reason) {
        return TimeRepriced.newBuilder(RepriceTimeTest.repriced(rate, seconds, amount, delta))
                .setRateId("r1")
                .setReason(reason)
                .build();
    }
}
