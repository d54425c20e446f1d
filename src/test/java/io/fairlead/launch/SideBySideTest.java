package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

    private final LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void what_comes_after_another_waits_for_that_alone() {
        var slow = new CountDownLatch(1);
        try (var starts = new SideBySide()) {
            var first = starts.start(() -> done.add("first"));
            var _ = starts.start(() -> {
                awaitOf(slow);
                done.add("slow");
            });
            var _ = starts.startAfter(List.of(first), () -> {
                done.add("second");
                slow.countDown();
            });
            starts.await();
        }
        assertThat(done).containsExactly("first", "second", "slow");
    }

    @Test
    void the_first_failure_is_thrown_as_it_is_and_ends_what_waits() {
        var never = new CountDownLatch(1);
        try (var starts = new SideBySide()) {
            var _ = starts.start(() -> awaitOf(never));
            var failing = starts.start(() -> {
                throw new LaunchFailed("planted");
            });
            var _ = starts.startAfter(List.of(failing), () -> done.add("never"));
            assertThatThrownBy(starts::await).isInstanceOf(LaunchFailed.class).hasMessage("planted");
        }
        assertThat(done).containsExactly("interrupted");
    }

    private void awaitOf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            done.add("interrupted");
        }
    }
}
