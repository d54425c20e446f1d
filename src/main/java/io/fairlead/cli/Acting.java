package io.fairlead.cli;

import io.fairlead.cli.option.Within;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who acts, and the API as that actor; for commands that change something. */
public final class Acting {

    @Option(
            names = "--as",
            paramLabel = "ACTOR",
            description = "Who acts; FAIRLEAD_ACTOR, else local, when absent. Four-eyes rules apply to it."
                    + " Refused when logged in.")
    private @Nullable String actor;

    @Mixin
    private final Patience patience = new Patience();

    /** How long a command waits for an application, or for what that needs, while it is away. */
    static final class Patience {

        @Option(
                names = "--patience",
                paramLabel = "SECONDS",
                defaultValue = "300",
                converter = Within.Day.class,
                description =
                        "How long each call is repeated under the same key while Fairlead or its database is away,"
                                + " before it ends with 7; ${DEFAULT-VALUE} when absent, 0 for not at all, at most a day.")
        private long seconds;

        /** The local application, waited for; the waiting is told on standard error. */
        Api api(Output output) {
            return Api.local().withPatience(Duration.ofSeconds(seconds)).telling(output::say);
        }
    }

    /** The application as the actor; each call waits for one that is away. */
    public Api api(Output output) {
        var api = patience.api(output);
        if (actor == null) {
            return api;
        }
        if (api.bearer().isActor()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--as %s is of no use where a token tells who acts; leave it out, or act as somebody else after `fairlead logout` and `fairlead login`"
                            .formatted(actor));
        }
        return api.as(actor);
    }

    /** Returns when views have seen what was written, so that the next command sees it too. */
    public static void await(Api api, long position) {
        if (position > 0) {
            var _ = api.get("/v1/time-entries?limit=1&at-least=" + position);
        }
    }
}
