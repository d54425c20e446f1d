package io.fairlead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far all processes are, wherever they run. */
class RunningProcessesTest {

    private final ProcessStore store = mock(ProcessStore.class);

    private static ProcessRunner runner(String name, long position) {
        var runner = mock(ProcessRunner.class);
        when(runner.name()).thenReturn(name);
        when(runner.position()).thenReturn(position);
        return runner;
    }

    private long reached(ProcessRunner... runners) {
        return new RunningProcesses(List.of(runners), store).reached();
    }

    @Test
    void what_runs_here_is_known_before_it_is_saved_and_asks_nobody() {
        assertThat(reached(runner("prices", 42), runner("costs", 42))).isEqualTo(42);
        verify(store, never()).positions();
    }

    @Test
    void the_slowest_counts() {
        when(store.positions()).thenReturn(Map.of("prices", 30L, "costs", 35L));
        assertThat(reached(runner("prices", 40), runner("costs", 42))).isEqualTo(40);
    }

    @Test
    void what_another_node_runs_is_as_far_as_that_has_saved() {
        when(store.positions()).thenReturn(Map.of("prices", 7L, "costs", 41L));
        assertThat(reached(runner("prices", -1), runner("costs", 42))).isEqualTo(7);
    }

    @Test
    void one_that_never_ran_has_reached_nothing() {
        when(store.positions()).thenReturn(Map.of());
        assertThat(reached(runner("prices", -1))).isZero();
        assertThat(reached(runner("prices", -1), runner("costs", 42))).isZero();
    }
}
