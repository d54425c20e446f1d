package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Rate;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTimeApprovedThenCostTest {

    private static final TimeApproved APPROVED = approved(1, EIGHT_HOURS, WORK_DAY);
    private static final TimeTarget TARGET =
            new TimeTarget(PROJECT, null, CONTRACT, 1, ACME, GMBH, "EUR", "Europe/Berlin");
    private final KnownCosts facts = new KnownCosts();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("time-entry:e-1", APPROVED);

    @Test
    void the_cost_of_the_day_is_sent() {
        facts.with("c1", "60", "EUR");
        process().on(APPROVED);

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
                        Rate.hourly(wire("60"), "EUR"),
                        EIGHT_HOURS,
                        WORK_DAY,
                        null,
                        null));
        assertThat(sent.keys()).containsExactly("cost/time-entry:e-1/1");
    }

    @Test
    void a_miss_between_companies_is_named_so() {
        facts.with("c1", "60", "EUR").employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        process().on(APPROVED);

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("INTERCOMPANY_RATE_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"GMBH, COST_RATE_MISSING", "INC, COST_RATE_MISSING"})
    void a_miss_is_an_exception_and_never_a_cost(String employer, String code) {
        facts.employment = new CostingFacts.Employment("legal-entity:" + employer, "EMPLOYEE");
        process().on(APPROVED);

        assertThat(sent.commands())
                .containsExactly(RaiseException.about(
                        code,
                        "time-entry:e-1",
                        "person:ana of legal-entity:" + employer
                                + " has no cost rate in EUR on 2026-03-10. Set one, then resolve this item.",
                        OwnerRole.PMO,
                        null,
                        "legal-entity:GMBH",
                        EVENING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COST_RATE_MISSING", "INTERCOMPANY_RATE_MISSING", "FX_RATE_MISSING", "PERIOD_CLOSED"})
    void a_cleared_miss_is_asked_again(String code) {
        facts.with("c1", "60", "EUR");
        process().on(resolved(code, "time-entry:e-1"));

        assertThat(sent.of(CostTime.class)).hasSize(1);
    }

    @Test
    void other_cleared_exceptions_are_not_its_business() {
        process().on(resolved("RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void time_that_never_existed_costs_no_more_and_a_repeat_brings_nothing_back() {
        var first = neverExisted(3_600, "150", 25_200);
        var second = TimeCorrectedAfterBilling.newBuilder(neverExisted(3_600, "150", 21_600))
                .setCreditNoteId("credit-note:c-2")
                .build();
        history.with("labour-cost:e-1", new TimeCosted()).with("time-entry:e-1", first, second);

        process().on(second);
        process().on(first);

        assertThat(sent.of(RecostTime.class)).extracting(RecostTime::seconds).containsExactly(21_600);
    }

    @Test
    void what_is_recorded_beside_the_time_does_not_make_a_change_of_it_old() {
        var credited = neverExisted(3_600, "150", 25_200);
        history.with("labour-cost:e-1", new TimeCosted())
                .with("time-entry:e-1", credited, AnyEvent.of(TimePriced.class, "version", 1));
        process().on(credited);

        assertThat(sent.of(RecostTime.class)).extracting(RecostTime::seconds).containsExactly(25_200);
    }

    /** It was approved with eight hours, of which one never existed; both is known when the rate is set at last. */
    @Test
    void a_cleared_miss_costs_the_time_that_was_credited_since_no_more() {
        facts.with("c1", "60", "EUR");
        history.with("labour-cost:e-1", new TimeCosted()).with("time-entry:e-1", neverExisted(3_600, "150", 25_200));
        process().on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.commands()).extracting(Object::getClass).containsExactly(CostTime.class, RecostTime.class);
        assertThat(sent.of(RecostTime.class)).extracting(RecostTime::seconds).containsExactly(25_200);
    }

    private ProcessUnderTest process() {
        var costing = new TimeCosting(() -> facts, AccountingCalendar.ALWAYS_OPEN);
        return new ProcessUnderTest(new WhenTimeApprovedThenCost(costing, sent, history));
    }
}
