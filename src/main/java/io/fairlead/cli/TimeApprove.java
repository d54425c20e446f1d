package io.fairlead.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Accepts submitted time. */
@Command(
        name = "approve",
        description = "Accept submitted time; never by who entered it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 1 when an entry was refused.", "Example: fairlead time approve --all --as lead"})
final class TimeApprove implements Callable<Integer> {

    @Mixin
    private final TimeDecision decision = new TimeDecision();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Override
    public Integer call() {
        return decision.take(acting.api(output), output, List.of("submitted"), "/v1/time-entries/approvals");
    }
}
