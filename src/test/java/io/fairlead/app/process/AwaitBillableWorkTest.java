package io.fairlead.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class AwaitBillableWorkTest {

    private final AtomicLong pricing = new AtomicLong();
    private final AtomicLong funding = new AtomicLong();
    private final AtomicLong head = new AtomicLong(10);
    private final List<String> seen = new ArrayList<>();

    @Test
    void limits_are_asked_for_what_pricing_stored_meanwhile() {
        var reach = reach(
                () -> {
                    seen.add("pricing");
                    head.set(12); // Its own commands.
                    return pricing.incrementAndGet() + 8;
                },
                () -> {
                    seen.add("funding");
                    return funding.incrementAndGet() + 10;
                });

        reach.accept(10);

        assertThat(seen).containsExactly("pricing", "pricing", "funding", "funding", "views");
    }

    @Test
    void nothing_is_waited_for_that_is_there() {
        reach(() -> 10, () -> 10).accept(10);

        assertThat(seen).containsExactly("views");
    }

    @Test
    void a_process_that_stands_still_is_told() {
        assertThatThrownBy(() -> reach(() -> 9, () -> 10).accept(10))
                .hasMessage("what prices work and asks limits for it stands at 9, not yet at 10");
        assertThat(seen).isEmpty();
    }

    @Test
    void a_thread_that_should_stop_waits_no_longer() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> reach(() -> 9, () -> 10, Duration.ofHours(1)).accept(10))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private AwaitBillableWork reach(LongSupplier pricing, LongSupplier funding) {
        return reach(pricing, funding, Duration.ofMillis(100));
    }

    private AwaitBillableWork reach(LongSupplier pricing, LongSupplier funding, Duration patience) {
        return new AwaitBillableWork(List.of(pricing), List.of(funding), head::get, () -> seen.add("views"), patience);
    }
}
