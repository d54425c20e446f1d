package io.fairlead.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Offers recorded time for approval. */
@Command(
        name = "submit",
        description = "Offer recorded time for approval.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 when an entry was refused.",
            "Example: fairlead time submit --project portal --dry-run"
        })
final class TimeSubmit implements Callable<Integer> {

    @Mixin
    private final TimeDecision decision = new TimeDecision();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Override
    public Integer call() {
        return decision.take(acting.api(output), output, List.of("recorded"), "/v1/time-entries/submissions");
    }
}
