package io.fairlead.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a Java process of ours in the background, with its output in a log; told apart from strangers by the data folder
 * on its command line.
 *
 * @param name part or role, names log and run file
 * @param main class to run
 * @param options for the JVM
 * @param arguments for the main class
 * @param environment the variables it gets on top of ours
 */
record JavaProcess(
        String name, String main, List<String> options, List<String> arguments, Map<String, String> environment) {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    static String marker(DataFolder data) {
        return "-Dfairlead.data=" + data.root();
    }

    Process start(DataFolder data) {
        var command = new ArrayList<>(apart());
        command.addAll(alone());
        command.add(java());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError"); // Started again it works; half of it would go on and on.
        command.add(marker(data));
        command.add("-Dfairlead.home=" + DataFolder.home());
        command.add("-Djava.io.tmpdir=" + data.freshTemporary(name));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        var log = data.log(name);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", classPath());
        try {
            LogTurnover.turnOverGrown(log);
            return builder.start();
        } catch (IOException e) {
            throw new LaunchFailed("cannot start %s (%s); see %s".formatted(name, e.getMessage(), log), e);
        }
    }

    /** What a command begins with so that Ctrl-C reaches us alone, and the parts end in order. */
    static List<String> apart() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }

    /** What a command begins with so that its files are read by their owner alone; the shell becomes the command. */
    static List<String> alone() {
        return Files.isExecutable(SHELL) ? List.of(SHELL.toString(), "-c", "umask 077; exec \"$0\" \"$@\"") : List.of();
    }

    /** The Java that we run on ourselves. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Absolute, since the data folder's processes may outlive the folder they were started from. */
    static String classPath() {
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
