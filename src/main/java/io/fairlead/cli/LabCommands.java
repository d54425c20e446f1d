package io.fairlead.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Unmatched;

/** The commands of the lab by name, for {@link Fairlead}'s list: all of them in a checkout, none in a delivery. */
final class LabCommands {

    private final Map<String, Class<? extends LabCommand>> found;

    private LabCommands(Map<String, Class<? extends LabCommand>> found) {
        this.found = found;
    }

    /** Those that the class path has. */
    static LabCommands onClassPath() {
        return new LabCommands(ServiceLoader.load(LabCommand.class).stream()
                .map(ServiceLoader.Provider::type)
                .collect(Collectors.toMap(LabCommands::path, type -> type)));
    }

    private static String path(Class<? extends LabCommand> type) {
        var group = type.getAnnotation(LabCommand.Below.class);
        return (group == null ? "" : group.value() + " ")
                + type.getAnnotation(Command.class).name();
    }

    /**
     * What picocli adds under this name: the command or, without the lab, one that says where it is to be had.
     *
     * @param path its name, behind that of its group where it has one: {@code bench}, {@code schemas diff}
     */
    Object named(String path) {
        var command = found.get(path);
        return command == null ? absent(path) : command;
    }

    private static CommandSpec absent(String path) {
        var spec = CommandSpec.forAnnotatedObject(new Absent(path)).name(path.substring(path.lastIndexOf(' ') + 1));
        spec.usageMessage().hidden(true);
        return spec;
    }

    /** Stands for a command that a delivery does not have; it takes whatever the real one would. */
    private static final class Absent implements Callable<Integer> {

        private final String path;

        @Unmatched
        private final List<String> arguments = new ArrayList<>();

        private Absent(String path) {
            this.path = path;
        }

        @Override
        public Integer call() {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s belongs to the lab, which this delivery does not have; run it in a checkout: ./fairlead %s"
                            .formatted(path, (path + ' ' + String.join(" ", arguments)).strip()));
        }
    }
}
