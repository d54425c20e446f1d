package io.fairlead.cli.work;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says of one work item; shown as it stands then. */
abstract class WorkChange implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "ID", description = WorkCommand.ID)
    private String id = "";

    @Option(names = "--dry-run", description = "Tell whether it may be, or the refusal; change nothing.")
    private boolean dryRun;

    /** Below the work item. */
    abstract String path();

    abstract Map<String, Object> body();

    @Override
    public Integer call() {
        var api = acting.api(output);
        var item = WorkCommand.path(id);
        var path = item + "/" + path();
        var answer = (dryRun ? api.rehearse(path, body()) : api.post(path, body())).body();
        long position = answer.path("position").asLong(0);
        var now = api.get(item + (position > 0 ? "?at-least=" + position : "")).body();
        output.print(now, Cells.fields(now, dryRun ? "Dry run: nothing was changed" : ""));
        return ExitCode.OK.code();
    }

    /** Says who takes care. */
    @Command(
            name = "assign",
            description = "Say who takes care of a work item.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead work assign 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --to kim"})
    static final class Assign extends WorkChange {

        @Option(names = "--to", required = true, paramLabel = "ACTOR", description = "Who takes care.")
        private String assignee = "";

        @Override
        String path() {
            return "assignment";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("assignee", assignee);
        }
    }

    /** Says that it is cleared. */
    @Command(
            name = "resolve",
            description = "Say that what is wrong is put right: what waited is tried again.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead work resolve 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --resolution 'rate agreed and set'"
            })
    static final class Resolve extends WorkChange {

        @Option(names = "--resolution", required = true, paramLabel = "TEXT", description = "What was done.")
        private String resolution = "";

        @Option(
                names = "--minutes",
                defaultValue = "0",
                paramLabel = "N",
                description = "Time that it took, 0 to 100000; 0 when absent.")
        private int minutes;

        @Override
        String path() {
            return "resolution";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("resolution", resolution, "minutesSpent", minutes);
        }
    }

    /** Leaves it as it is. */
    @Command(
            name = "waive",
            description = "Leave something as it is, on purpose; not by whom it is assigned to (E-02).",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead work waive 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --reason 'agreed with sales' --as lead"
            })
    static final class Waive extends WorkChange {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it stays so.")
        private String reason = "";

        @Override
        String path() {
            return "waiver";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("reason", reason);
        }
    }
}
