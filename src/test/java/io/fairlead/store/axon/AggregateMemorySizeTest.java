package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.store.axon.AggregateMemory.Remembered;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which aggregates a full memory gives up. */
class AggregateMemorySizeTest {

    private final AggregateMemory memory = new AggregateMemory(3, 1);

    private void remember(String id) {
        memory.remember(id, new Remembered(id, 0, -1));
    }

    @Test
    void what_was_just_made_stays_although_others_were_used_often() {
        for (var id : new String[] {"old:1", "old:2", "old:3"}) {
            remember(id);
            for (int use = 0; use < 100; use++) {
                var _ = memory.find(id);
            }
        }

        remember("new:1");

        assertThat(memory.find("new:1")).isNotNull();
        assertThat(memory.find("old:1")).isNull();
        assertThat(memory.find("old:2")).isNotNull();
    }

    @Test
    void what_was_used_last_outlives_what_was_not() {
        remember("a");
        remember("b");
        remember("c");
        var _ = memory.find("a");

        remember("d");

        assertThat(memory.find("a")).isNotNull();
        assertThat(memory.find("b")).isNull();
    }

    @Test
    void the_parts_of_a_large_memory_remember_all_that_fits() {
        var large = new AggregateMemory(50_000, 128);
        for (int i = 0; i < 40_000; i++) {
            large.remember(
                    UUID.nameUUIDFromBytes(new byte[] {(byte) (i >> 8), (byte) i})
                            .toString(),
                    new Remembered(i, 0, -1));
        }
        for (int i = 0; i < 40_000; i++) {
            var found = large.find(UUID.nameUUIDFromBytes(new byte[] {(byte) (i >> 8), (byte) i})
                    .toString());
            assertThat(found).isNotNull().extracting(Remembered::root).isEqualTo(i);
        }
    }

    @Test
    void what_is_forgotten_is_gone() {
        remember("a");
        memory.forget("a");
        memory.forget("never");

        assertThat(memory.find("a")).isNull();
    }
}
