package io.fairlead.demo;

import io.fairlead.cli.Output;
import io.fairlead.cli.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Shows how far the story is and keeps how long each of its parts took. */
final class Phases {

    private final Output output;
    private final LongSupplier nanos;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Phases(Output output, LongSupplier nanos) {
        this.output = output;
        this.nanos = nanos;
    }

    /** Does a part of the story; it tells how many are done. */
    void run(String what, int total, Consumer<LongConsumer> part) {
        var begin = nanos.getAsLong();
        try (var progress = Progress.of(output, what, total)) {
            part.accept(progress::at);
            if (total > 0) {
                progress.at(total);
            }
        }
        var took = (nanos.getAsLong() - begin) / 1e9;
        seconds.put(what, Math.round(took * 10) / 10.0);
        output.say(
                total > 0
                        ? "%s: %.1f s, %.0f/s".formatted(what, took, total / Math.max(took, 1e-3))
                        : "%s: %.1f s".formatted(what, took));
    }

    Map<String, Double> seconds() {
        return seconds;
    }
}
