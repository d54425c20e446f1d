package io.fairlead.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.view.Book;
import io.fairlead.view.Projections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures the replay of all views; run with {@code -Dreplay.entries=100000}. */
@EnabledIfSystemProperty(named = "replay.entries", matches = "\\d+")
class ReplaySpeedTest {

    @Test
    void all_views_replay_a_whole_book() {
        var log = Book.of(Integer.getInteger("replay.entries"));
        for (int pageSize : new int[] {5_000, 2_000, 5_000}) {
            var db = TestDatabase.freshTables();
            var engine = new ProjectionEngine(log, log.codec(), db, Projections.all(), pageSize);
            long begin = System.nanoTime();
            engine.catchUp(Long.MAX_VALUE);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println("replay page=" + pageSize + " events=" + log.head() + " ms=" + millis + " per_second="
                    + log.head() * 1000 / Math.max(1, millis));
            assertThat(engine.position()).isEqualTo(log.head());
        }
    }
}
