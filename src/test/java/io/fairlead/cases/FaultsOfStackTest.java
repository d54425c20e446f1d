package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.faults.CommandsUnderKills;
import io.fairlead.faults.LogFlood;
import io.fairlead.launch.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short forms of the campaigns that need a whole stack; {@code fairlead faults} runs the full ones. */
@ExtendWith(CaseStack.class)
class FaultsOfStackTest {

    private static final long SEED = 20_260_302;

    @Test
    void commands_under_which_postgresql_is_killed_go_on_and_everything_is_there_once(CaseStack.Stack stack) {
        var figures = CommandsUnderKills.on(new DataFolder(stack.data()), true, SEED, _ -> {});
        assertThat(figures.violations()).as(figures.document().toString()).isZero();
        assertThat(figures.kills()).as("killed while a command ran").isEqualTo(3);
    }

    @Test
    void a_flood_of_bad_requests_leaves_small_logs_that_tell_nothing_of_it(CaseStack.Stack stack) {
        var figures = LogFlood.on(new DataFolder(stack.data()), true, SEED, _ -> {});
        assertThat(figures.violations()).as(figures.document().toString()).isZero();
        assertThat(figures.refused()).isGreaterThan(1_500);
    }
}
