package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeRepriced;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RepriceTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void unbilled_time_gets_the_new_price() {
        entry.given(unbilled()).when(reprice("165")).expectEvents(repriced("165", EIGHT_HOURS, "1320", "120"));
        entry.given(unbilled())
                .andGiven(repriced("165", EIGHT_HOURS, "1320", "120"))
                .when(ChangeExamples.putOn(INVOICE, 1, EIGHT_HOURS, "1320"))
                .expectEvents(ChangeExamples.drafted(INVOICE, 1, EIGHT_HOURS, "1320"));
    }

    @Test
    void later_corrections_count_at_the_new_price() {
        entry.given(unbilled())
                .andGiven(repriced("165", EIGHT_HOURS, "1320", "120"))
                .when(correct(3 * HOUR, WORK_DAY))
                .expectEvents(changed(2, 3 * HOUR, -5 * HOUR, "-825"));
    }

    @Test
    void what_is_drafted_keeps_its_price() {
        entry.given(unbilled())
                .andGiven(ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"))
                .when(reprice("165"))
                .expectEvents(repriced("165", 2 * HOUR, "330", "30"));
    }

    @Test
    void what_is_billed_keeps_its_price() {
        entry.given(billedWhole())
                .when(reprice("165"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_price_changes_nothing() {
        entry.given(unbilled())
                .when(reprice("150"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_came_back_at_a_former_price_gets_the_one_that_holds_when_that_is_asked() {
        var before = new Object[] {
            ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"),
            ChangeExamples.billed(INVOICE, 1, 6 * HOUR, "900"),
            repriced("165", 2 * HOUR, "330", "30"),
            ChangeExamples.reopened(6 * HOUR, "900")
        };
        entry.given(unbilled())
                .andGiven(before)
                .when(reprice("165"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(before)
                .when(again("165"))
                .expectEvents(repriced("165", EIGHT_HOURS, "1320", "90"));
    }

    @Test
    void what_has_the_price_already_is_not_worked_out_again() {
        entry.given(unbilled())
                .when(again("150"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static RepriceTime again(String rate) {
        var first = reprice(rate);
        return new RepriceTime(
                ENTRY,
                first.rateCardId(),
                first.rateId(),
                first.level(),
                first.rate(),
                first.unit(),
                first.reason(),
                null,
                true);
    }

    private static RepriceTime reprice(String rate) {
        return new RepriceTime(
                ENTRY,
                "rate-card:standard",
                "r2",
                RateLevel.ENTITY_STANDARD,
                Rate.hourly(wire(rate), "EUR"),
                "HOUR",
                "agreed late");
    }

    static TimeRepriced repriced(String rate, int seconds, String amount, String delta) {
        return TimeRepriced.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setRateCardId("rate-card:standard")
                .setRateId("r2")
                .setLevel("ENTITY_STANDARD")
                .setRate(wire(rate))
                .setUnit("HOUR")
                .setSecondsPerUnit(3600)
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .setAmountDelta(wire(delta))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .setReason("agreed late")
                .build();
    }
}
