package io.fairlead.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison is run: for each number of clients, rounds of both sides in turn, after a warm-up that is not counted.
 *
 * @param clients how many at a time, a line of output for each
 * @param rounds of each side
 * @param round length of one
 * @param peer whether Axon's own parts are measured too
 */
public record BenchPlan(List<Integer> clients, int rounds, Duration round, boolean peer) {

    private static final int WARM_UP_CLIENTS = 32;

    public BenchPlan {
        if (clients.isEmpty() || clients.stream().anyMatch(count -> count < 1 || count > 4_096)) {
            throw new IllegalArgumentException("clients must be 1..4096: " + clients);
        }
        if (rounds < 1 || round.isNegative() || round.isZero()) {
            throw new IllegalArgumentException("rounds and their seconds must be 1 or more");
        }
    }

    void run(
            String bench,
            Subject ours,
            @Nullable Subject other,
            Supplier<Map<String, Object>> machine,
            Consumer<Comparison> told) {
        new ClientLoad().round(ours, WARM_UP_CLIENTS, round);
        if (other != null) {
            new ClientLoad().round(other, WARM_UP_CLIENTS, round);
        }
        for (var count : clients) {
            var own = new ClientLoad();
            var peers = other == null ? null : new ClientLoad();
            for (var i = 0; i < rounds; i++) {
                own.round(ours, count, round);
                if (other != null && peers != null) {
                    peers.round(other, count, round);
                }
            }
            told.accept(new Comparison(
                    bench, count, own.measured(), peers == null ? null : peers.measured(), machine.get()));
        }
    }
}
