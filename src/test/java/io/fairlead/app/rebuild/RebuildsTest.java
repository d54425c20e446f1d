package io.fairlead.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.projection.RebuildRequest.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildsTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private final RebuildsUnderTest subject = new RebuildsUnderTest();

    @AfterEach
    void close() {
        subject.close();
    }

    /** A program that dies of a fault that is no exception leaves its rebuild behind as a killed one does. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        Killed() {
            super("planted: killed", null, false, false);
        }
    }

    private List<Long> asked() {
        var asked = Collections.synchronizedList(new ArrayList<Long>());
        subject.log.atRead(asked::add);
        return asked;
    }

    private boolean ends(Rebuilds rebuilds, String state) {
        return RunnerUnderTest.until(
                () -> rebuilds.find(ID).orElseThrow().state().equals(state));
    }

    private void beginAndDie() throws InterruptedException {
        var dead = new java.util.concurrent.CountDownLatch(1);
        try (var rebuilds = subject.rebuilds()) {
            subject.log.atRead(position -> {
                if (position >= 2 * CustomersLog.PAGE) {
                    dead.countDown();
                    throw new Killed();
                }
            });
            var _ = rebuilds.start(ID, "party", Kind.BUILD, true, "local|ann");
            dead.await();
        }
    }

    @Test
    void a_rebuild_of_a_killed_program_is_taken_up_again_at_the_start_where_it_stood() throws Exception {
        subject.spoilAfresh();
        beginAndDie();
        var asked = asked();
        try (var next = subject.rebuilds()) {
            assertThat(next.find(ID).orElseThrow().state()).isEqualTo("running");
            next.resume();
            assertThat(ends(next, "done")).isTrue();
            var state = next.find(ID).orElseThrow();
            assertThat(state.requestedBy()).isEqualTo("local|ann");
            assertThat(state.failure()).isNull();
            assertThat(state.found()).isNotNull();
        }
        assertThat(asked).isNotEmpty().allMatch(position -> position > 0);
        assertThat(subject.served()).isEqualTo("Customer 7");
    }

    @Test
    void the_next_wish_takes_up_first_what_a_killed_program_left() throws Exception {
        subject.spoilAfresh();
        beginAndDie();
        var _ = asked();
        try (var next = subject.rebuilds()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> next.start("other", "deal", Kind.BUILD, false, "local|bob")))
                    .hasMessageContaining("running already");
            assertThat(ends(next, "done")).isTrue();
        }
    }

    @Test
    void a_rebuild_that_fails_says_why_and_leaves_the_serving_rows() {
        subject.spoilAfresh();
        subject.log.atRead(_ -> {
            throw new IllegalStateException("planted: the log cannot be read");
        });
        try (var rebuilds = subject.rebuilds()) {
            var _ = rebuilds.start(ID, "party", Kind.BUILD, false, "local|ann");
            assertThat(ends(rebuilds, "failed")).isTrue();
            assertThat(rebuilds.find(ID).orElseThrow().failure()).contains("the log cannot be read");
        }
        assertThat(subject.served()).isEqualTo("Spoilt");
    }
}
