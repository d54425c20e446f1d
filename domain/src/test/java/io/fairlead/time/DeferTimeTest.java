package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.time.event.TimeDeferred;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeferTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void unbilled_time_waits_until_a_day() {
        entry.given(unbilled()).when(defer(MONTH_END)).expectEvents(deferred(MONTH_END));
    }

    @Test
    void another_day_is_another_decision_and_the_same_is_none() {
        entry.given(unbilled())
                .andGiven(deferred(MONTH_END))
                .when(defer(MONTH_END.plusDays(1)))
                .expectEvents(deferred(MONTH_END.plusDays(1)));
        entry.given(unbilled())
                .andGiven(deferred(MONTH_END))
                .when(defer(MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_unbilled_time_is_deferred() {
        entry.given(billedWhole())
                .when(defer(MONTH_END))
                .expectException(refusal("T-13"))
                .expectNoEvents();
        entry.given(recorded(EIGHT_HOURS))
                .when(defer(MONTH_END))
                .expectException(refusal("T-13"))
                .expectNoEvents();
    }

    private static DeferTime defer(LocalDate until) {
        return new DeferTime(ENTRY, until, "the customer asked", LEAD);
    }

    private static TimeDeferred deferred(LocalDate until) {
        return TimeDeferred.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setContractId("contract:K-1")
                .setUntil(until)
                .setReason("the customer asked")
                .setDeferredBy(LEAD)
                .build();
    }
}
