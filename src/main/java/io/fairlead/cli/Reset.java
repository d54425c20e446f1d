package io.fairlead.cli;

import io.fairlead.launch.Companion;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Shutdown;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Throws the data folder away, history included. */
@Command(
        name = "reset",
        description =
                "Stop everything and delete the data folder: all history, views, topics and the sandbox's ledger.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nothing can bring it back. Parts run by others (FAIRLEAD_DB_URL and the like) are not touched.",
            "Example: fairlead reset --yes"
        })
final class Reset implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        var data = DataFolder.of(System.getenv());
        if (!Files.exists(data.root())) {
            output.say("nothing to delete: %s does not exist".formatted(data.root()));
            return done(data, false);
        }
        requireOurs(data);
        if (!yes && !confirmed(data)) {
            output.say("nothing was deleted");
            return ExitCode.FAILED.code();
        }
        var _ = Shutdown.of(data, output::say);
        Companion.endAll(data);
        data.delete();
        output.say("deleted %s: all history is thrown away".formatted(data.root()));
        return done(data, true);
    }

    /** FAIRLEAD_DATA may name any folder by mistake. */
    private static void requireOurs(DataFolder data) {
        if (!Files.exists(data.ports()) && !Files.exists(data.run("supervisor.lock"))) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "%s was not made by Fairlead and is not deleted; check FAIRLEAD_DATA".formatted(data.root()));
        }
    }

    private static boolean confirmed(DataFolder data) {
        if (!Terminal.asks()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "reset deletes all history in %s; give --yes to do so without a terminal".formatted(data.root()));
        }
        var question = "Delete all history in %s? Type yes: ".formatted(data.root());
        return Terminal.ask(question).equals("yes");
    }

    private int done(DataFolder data, boolean deleted) {
        if (output.isJson()) {
            output.print(Map.of("deleted", deleted, "data", data.root().toString()));
        }
        return ExitCode.OK.code();
    }
}
