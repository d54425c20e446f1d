package io.fairlead.time;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.AccountingCalendar;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.cost.CostTime;
import io.fairlead.time.cost.CostTimeTest;
import io.fairlead.time.cost.KnownCosts;
import io.fairlead.time.cost.LabourCostId;
import io.fairlead.time.cost.RecostTime;
import io.fairlead.time.cost.TimeCosting;
import io.fairlead.time.cost.WhenTimeApprovedThenCost;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCosted;
import org.junit.jupiter.api.Test;

/** Time that changes after its approval costs something else. */
class RecostingTest {

    private static final LabourCostId COST = LabourCostId.of("e-1");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("time-entry:e-1", approved(1, EIGHT_HOURS, WORK_DAY));

    @Test
    void changed_time_costs_its_new_seconds() {
        var change = changed(2, 21_600, -7_200, null);
        history.with(COST.value(), costed()).with("time-entry:e-1", change);

        process().on(change);

        assertThat(sent.commands()).containsExactly(new RecostTime(COST, 2, 21_600));
        assertThat(sent.keys()).containsExactly("recost/" + ProcessUnderTest.EVENT_ID);
    }

    @Test
    void a_change_that_another_followed_never_brings_the_old_cost_back() {
        var change = changed(2, 21_600, -7_200, null);
        history.with(COST.value(), costed()).with("time-entry:e-1", change, changed(3, 18_000, -3_600, null));

        process().on(change);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void nor_does_a_change_before_the_approval_was_withdrawn() {
        var change = changed(2, 21_600, -7_200, null);
        history.with(COST.value(), costed()).with("time-entry:e-1", change, withdrawn(3));

        process().on(change);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_change_after_a_withdrawal_counts() {
        var change = changed(3, 21_600, -7_200, null);
        history.with(COST.value(), costed()).with("time-entry:e-1", withdrawn(3), change);

        process().on(change);

        assertThat(sent.commands()).containsExactly(new RecostTime(COST, 3, 21_600));
    }

    @Test
    void what_leaves_the_time_as_it_is_does_not_stop_a_change_before_it() {
        var change = changed(2, 21_600, -7_200, null);
        history.with(COST.value(), costed())
                .with("time-entry:e-1", change, TimeExamples.drafted(), TimeExamples.billed());

        process().on(change);

        assertThat(sent.commands()).containsExactly(new RecostTime(COST, 2, 21_600));
    }

    @Test
    void a_cleared_miss_costs_what_a_credit_left_of_the_time() {
        history.with(COST.value(), costed()).with("time-entry:e-1", neverExisted(7_200, "300", 21_600));

        process().on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.of(CostTime.class)).hasSize(1);
        assertThat(sent.of(RecostTime.class)).containsExactly(new RecostTime(COST, Integer.MAX_VALUE, 21_600));
    }

    @Test
    void without_approval_it_costs_nothing() {
        history.with(COST.value(), costed());

        process().on(withdrawn(2));

        assertThat(sent.commands()).containsExactly(new RecostTime(COST, 1, 0));
    }

    @Test
    void what_a_credit_found_never_to_exist_costs_nothing_and_outdoes_each_version() {
        var credited = neverExisted(7_200, "300", 21_600);
        history.with(COST.value(), costed()).with("time-entry:e-1", credited);

        process().on(credited);

        assertThat(sent.commands()).containsExactly(new RecostTime(COST, Integer.MAX_VALUE, 21_600));
    }

    @Test
    void time_that_has_no_cost_yet_is_costed_as_it_is_later() {
        process().on(withdrawn(2));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_cleared_miss_costs_the_approval_and_what_changed_since() {
        history.with(COST.value(), costed()).with("time-entry:e-1", changed(2, 21_600, -7_200, null));

        process().on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.of(CostTime.class)).hasSize(1);
        assertThat(sent.of(RecostTime.class)).containsExactly(new RecostTime(COST, 2, 21_600));
    }

    /** Its rate was missing at first and is set by now. */
    @Test
    void an_approval_that_was_withdrawn_before_it_was_costed_costs_nothing_when_reacted_to_again() {
        history.with("time-entry:e-1", withdrawn(2));

        process().on(approved(1, EIGHT_HOURS, WORK_DAY));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_approval_after_a_withdrawal_costs() {
        var again = approved(3, EIGHT_HOURS, WORK_DAY);
        history.with("time-entry:e-1", withdrawn(2), again);

        process().on(again);

        assertThat(sent.of(CostTime.class)).extracting(CostTime::version).containsExactly(3);
    }

    @Test
    void a_cleared_miss_of_an_approval_that_was_withdrawn_costs_nothing() {
        history.with("time-entry:e-1", withdrawn(2));

        process().on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private ProcessUnderTest process() {
        var facts = new KnownCosts().with("c1", "60", "EUR");
        var costing = new TimeCosting(() -> facts, AccountingCalendar.ALWAYS_OPEN);
        return new ProcessUnderTest(new WhenTimeApprovedThenCost(costing, sent, history));
    }

    private static TimeApprovalWithdrawn withdrawn(int nextVersion) {
        return ChangeExamples.withdrawn(nextVersion, EIGHT_HOURS, null, null);
    }

    private static TimeCosted costed() {
        return CostTimeTest.costed(EIGHT_HOURS, "60", "480");
    }
}
