package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitMasterDataTest {

    private final ListedLog log = new ListedLog();
    private final List<Long> awaited = new ArrayList<>();
    private boolean late;
    private final AwaitMasterData reach = new AwaitMasterData(log, this::await);

    @Test
    void an_approval_waits_for_the_rates_before_it_and_not_for_the_work_after_them() {
        log.store("contract:k", "rate-card:c", "time-entry:1", "time-entry:2");
        reach.accept(2);
        reach.accept(4);
        assertThat(awaited).hasSize(2).last().isEqualTo(awaited.getFirst());
        assertThat(reach.getAsLong()).isEqualTo(2);
    }

    @Test
    void a_new_rate_is_waited_for_and_makes_the_prices_read_anew() {
        log.store("contract:k", "time-entry:1");
        reach.accept(2);
        long before = reach.getAsLong();
        log.store("rate-card:c", "time-entry:2");
        reach.accept(4);
        assertThat(awaited).last().isEqualTo(3L);
        assertThat(reach.getAsLong()).isEqualTo(3).isGreaterThan(before);
    }

    @Test
    void rates_that_the_views_do_not_show_in_time_are_not_known() {
        log.store("contract:k");
        reach.accept(1);
        log.store("rate-card:c");
        late = true;
        assertThatThrownBy(() -> reach.accept(2)).hasMessage("late");
        assertThat(reach.getAsLong()).isEqualTo(1);
    }

    @Test
    void an_earlier_event_handled_later_takes_nothing_back() {
        log.store("contract:k", "rate-card:c");
        reach.accept(2);
        reach.accept(1);
        assertThat(reach.getAsLong()).isEqualTo(2);
    }

    private void await(long position) {
        if (late) {
            throw new IllegalStateException("late");
        }
        awaited.add(position);
    }
}
