package io.fairlead.cli;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Shutdown;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends what runs on the data folder, in order; data is kept. */
@Command(
        name = "down",
        description = "Stop everything that runs on the data folder; data is kept.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead down"})
final class Down implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var data = DataFolder.of(System.getenv());
        var ran = Shutdown.of(data, output::say);
        output.say(ran ? "stopped" : "nothing ran on " + data.root());
        if (output.isJson()) {
            output.print(Map.of("stopped", ran, "data", data.root().toString()));
        }
        return ExitCode.OK.code();
    }
}
