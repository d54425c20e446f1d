package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeavesTest {

    @Test
    void the_log_goes_on_over_many_leaves() {
        try (var subject = new StoreUnderTest()) {
            subject.asOwner("update store.es_partitioning set size = 100000");
            subject.asOwner("select store.es_make_partitions(5100000)");
            subject.asOwner("update store.es_head set last_position = 4999999");
            subject.append("border", 0, 3);
            assertThat(subject.store.log().after(4_999_999, 10)).hasSize(3);
            assertThat(subject.store.log().stream("time-entry:border", 0)).hasSize(3);
        }
    }
}
