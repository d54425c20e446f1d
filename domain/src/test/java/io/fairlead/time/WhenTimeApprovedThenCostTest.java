package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.TARGET;
import static io.fairlead.time.TimeExamples.approved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.CostRateLookup.CostFound;
import io.fairlead.time.CostRateLookup.CostMissing;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCosted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTimeApprovedThenCostTest {

    private static final TimeApproved APPROVED = approved(1, EIGHT_HOURS, WORK_DAY);
    private static final CostFound FOUND = new CostFound(TARGET, GMBH, "c1", Rate.hourly(wire("60"), "EUR"));

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("time-entry:e-1", APPROVED);

    @Test
    void the_cost_of_the_day_is_sent() {
        process(FOUND).on(APPROVED);

        assertThat(sent.commands())
                .containsExactly(new CostTime(
                        LabourCostId.of("e-1"),
                        ENTRY,
                        1,
                        ANA,
                        TARGET,
                        GMBH,
                        "EMPLOYEE",
                        "c1",
                        FOUND.rate(),
                        EIGHT_HOURS,
                        WORK_DAY,
                        null));
        assertThat(sent.keys()).containsExactly("cost/time-entry:e-1/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COST_RATE_MISSING", "INTERCOMPANY_RATE_MISSING"})
    void a_miss_is_an_exception_and_never_a_cost(String code) {
        process(new CostMissing(code, "set it")).on(APPROVED);

        assertThat(sent.commands())
                .containsExactly(RaiseException.about(
                        code, "time-entry:e-1", "set it", OwnerRole.PMO, null, "legal-entity:GMBH", EVENING));
    }

    @Test
    void a_cleared_miss_is_looked_up_again() {
        process(FOUND).on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.of(CostTime.class)).hasSize(1);
    }

    @Test
    void other_cleared_exceptions_are_not_its_business() {
        process(FOUND).on(resolved("RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void time_that_never_existed_costs_no_more_and_a_repeat_brings_nothing_back() {
        var first = neverExisted(3_600, "150", 25_200);
        var second = TimeCorrectedAfterBilling.newBuilder(neverExisted(3_600, "150", 21_600))
                .setCreditNoteId("credit-note:c-2")
                .build();
        history.with("labour-cost:e-1", new TimeCosted()).with("time-entry:e-1", first, second);

        process(FOUND).on(second);
        process(FOUND).on(first);

        assertThat(sent.of(RecostTime.class)).extracting(RecostTime::seconds).containsExactly(21_600);
    }

    private ProcessUnderTest process(CostRateLookup.CostAnswer answer) {
        return new ProcessUnderTest(new WhenTimeApprovedThenCost(event -> answer, sent, history));
    }
}
