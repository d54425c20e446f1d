package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.price;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRepriced;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveTimeRateTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void a_rate_of_its_own_is_proposed_first() {
        entry.given(unbilled()).when(propose()).expectEvents(proposed());
        entry.given(unbilled())
                .andGiven(proposed())
                .when(propose())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_person_accepts_it_and_the_price_follows() {
        entry.given(unbilled())
                .andGiven(proposed())
                .when(accept(BILLER))
                .expectEvents(
                        overridden(),
                        TimeRepriced.newBuilder(RepriceTimeTest.repriced("100", EIGHT_HOURS, "800", "-400"))
                                .setRateCardId("rate-card:override")
                                .setRateId("override")
                                .setLevel("ENTRY_OVERRIDE")
                                .setReason("as promised")
                                .build());
    }

    @Test
    void it_stands_above_every_card_when_the_time_is_priced_later() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .andGiven(proposed(), overridden())
                .when(price(1))
                .expectEvents(TimePriced.newBuilder(priced(EIGHT_HOURS, "100", "800"))
                        .setRateCardId("rate-card:override")
                        .setRateId("override")
                        .setLevel("ENTRY_OVERRIDE")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAD, CLERK, ANA_HERSELF})
    void nobody_who_asked_entered_or_worked_accepts_it(String by) {
        entry.given(unbilled())
                .andGiven(proposed())
                .when(accept(by))
                .expectException(refusal("T-03"))
                .expectNoEvents();
    }

    @Test
    void accepted_again_it_is_the_same() {
        entry.given(unbilled())
                .andGiven(proposed(), overridden())
                .when(accept(BILLER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_nobody_proposed_is_not_accepted() {
        entry.given(unbilled())
                .when(accept(BILLER))
                .expectException(refusal("T-14"))
                .expectNoEvents();
    }

    @Test
    void billed_time_keeps_its_rate() {
        entry.given(billedWhole())
                .when(propose())
                .expectException(refusal("T-13"))
                .expectNoEvents();
    }

    private static ProposeTimeRate propose() {
        return new ProposeTimeRate(ENTRY, wire("100"), "EUR", "as promised", LEAD);
    }

    private static ApproveTimeRate accept(String by) {
        return new ApproveTimeRate(ENTRY, by, EVENING);
    }

    private static TimeRateProposed proposed() {
        return TimeRateProposed.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setRate(wire("100"))
                .setCurrency("EUR")
                .setReason("as promised")
                .setProposedBy(LEAD)
                .build();
    }

    private static TimeRateOverridden overridden() {
        return TimeRateOverridden.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setRate(wire("100"))
                .setCurrency("EUR")
                .setReason("as promised")
                .setProposedBy(LEAD)
                .setApprovedBy(BILLER)
                .setApprovedAt(EVENING)
                .build();
    }
}
