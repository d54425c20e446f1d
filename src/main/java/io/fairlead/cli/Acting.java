package io.fairlead.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who acts, and the API as that actor; for commands that change something. */
final class Acting {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(
            names = "--as",
            paramLabel = "ACTOR",
            description = "Who acts; FAIRLEAD_ACTOR, else local, when absent. Four-eyes rules apply to it.")
    private @Nullable String actor;

    /** Commands wait a minute for an application that is away. */
    Api api() {
        var api = Api.local().withPatience(PATIENCE);
        return actor == null ? api : api.as(actor);
    }

    /** Returns when views have seen what was written, so that the next command sees it too. */
    static void await(Api api, long position) {
        if (position > 0) {
            var _ = api.get("/v1/time-entries?limit=1&at-least=" + position);
        }
    }
}
