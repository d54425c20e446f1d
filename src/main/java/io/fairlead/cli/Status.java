package io.fairlead.cli;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.StackStatus;
import io.fairlead.launch.StackStatus.PartStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which parts run, where, and how large they are. */
@Command(
        name = "status",
        description = "Show each part with process id, port, state and memory.",
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 0 when it answered, whatever runs.", "Example: fairlead status --json"})
final class Status implements Callable<Integer> {

    private static final long MEBIBYTE = 1L << 20;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var status = StackStatus.of(DataFolder.of(System.getenv()));
        var rows = status.parts().stream().map(Status::row).toList();
        var title = "Fairlead is %s; data in %s".formatted(status.state(), status.data());
        output.print(status, new Table(title, List.of("part", "state", "pid", "port", "memory", "address"), rows));
        return ExitCode.OK.code();
    }

    private static List<String> row(PartStatus part) {
        return List.of(
                part.part(),
                part.state(),
                part.pid() == 0 ? "" : Long.toString(part.pid()),
                part.port() == 0 ? "" : Integer.toString(part.port()),
                part.memoryBytes() == 0 ? "" : part.memoryBytes() / MEBIBYTE + " MB",
                part.address());
    }
}
