package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MasterDataChangesTest {

    private final ListedLog log = new ListedLog();
    private final MasterDataChanges changes = new MasterDataChanges(log);

    @Test
    void recorded_time_changes_nothing_that_prices_depend_on() {
        log.store("contract:k", "rate-card:c");
        long before = changes.lastUpTo(log.head());
        log.store("time-entry:1", "labour-cost:1", "invoice:1", "exception:1");
        assertThat(changes.lastUpTo(log.head())).isEqualTo(before);
    }

    @Test
    void a_rate_among_a_thousand_entries_is_seen() {
        log.store("contract:k");
        long before = changes.lastUpTo(log.head());
        for (int i = 0; i < 1_500; i++) {
            log.store(i == 700 ? "rate-card:c" : "time-entry:" + i);
        }
        assertThat(changes.lastUpTo(log.head())).isEqualTo(702).isNotEqualTo(before);
    }

    @Test
    void a_kind_that_nobody_knows_yet_counts_as_a_change() {
        log.store("time-entry:1");
        long before = changes.lastUpTo(log.head());
        log.store("subcontractor:1");
        assertThat(changes.lastUpTo(log.head())).isNotEqualTo(before);
    }

    @Test
    void each_event_is_looked_at_once() {
        log.store("contract:k");
        var _ = changes.lastUpTo(log.head());
        log.store("time-entry:1", "time-entry:2");
        var _ = changes.lastUpTo(log.head());
        int once = log.reads();
        var _ = changes.lastUpTo(log.head());
        assertThat(log.reads()).isEqualTo(once);
    }

    @Test
    void after_a_long_time_away_everything_counts_as_changed_without_reading_it() {
        log.store("contract:k");
        long before = changes.lastUpTo(log.head());
        assertThat(changes.lastUpTo(1_000_000)).isNotEqualTo(before);
        assertThat(log.reads()).isZero();
    }

    @Test
    void a_position_ahead_of_the_log_is_refused() {
        log.store("contract:k");
        var _ = changes.lastUpTo(log.head());
        assertThatThrownBy(() -> changes.lastUpTo(10)).hasMessage("position 10 is ahead of the log");
    }
}
