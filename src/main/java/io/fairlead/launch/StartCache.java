package io.fairlead.launch;

import io.fairlead.schema.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The application's classes, read, checked and linked once for all later starts (JEP 483). The first run writes down which
 * classes it loads; after its end a process in the background makes the cache from that list, {@link StartCacheMaker}.
 *
 * <p>A cache is of one Java and one set of jars: its name holds a print of both, so another's is never found. Java itself
 * compares once more and goes on without a cache that is missing, torn or of other jars.
 *
 * @param file the cache, there or not yet
 * @param classPath the jars it is made of
 */
record StartCache(Path file, String classPath) {

    static final String SWITCH = "FAIRLEAD_START_CACHE";
    static final String SUFFIX = ".aot";
    static final String LIST_SUFFIX = ".classes";

    /**
     * The cache of the class path, beside the jar that comes first.
     *
     * @return empty when it is switched off, or when something on the class path is no jar, which no cache can be made of
     * @throws LaunchFailed when the switch is neither true nor false
     */
    static Optional<StartCache> of(Map<String, String> environment, String classPath) {
        if (!LaunchSettings.isOn(environment, SWITCH, true)) {
            return Optional.empty();
        }
        var jars = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        var folder = jars.getFirst().toAbsolutePath().resolveSibling("start-cache");
        return print(jars).map(print -> new StartCache(folder.resolve(print + SUFFIX), classPath));
    }

    /** Differs as soon as a jar comes, goes, moves, is built again, or another Java runs. */
    private static Optional<String> print(List<Path> jars) {
        var seen = new StringBuilder(System.getProperty("java.vm.version"))
                .append(' ')
                .append(System.getProperty("java.vm.vendor"))
                .append(' ')
                .append(System.getProperty("java.home"));
        for (var jar : jars) {
            if (!jar.toString().endsWith(".jar") || !Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            try {
                seen.append('\n').append(jar.toAbsolutePath());
                seen.append(' ').append(Files.size(jar));
                seen.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
            } catch (IOException e) {
                return Optional.empty(); // It is being built anew at this moment.
            }
        }
        return Optional.of(Sha256.hex(seen.toString(), 8));
    }

    boolean isMade() {
        return Files.isRegularFile(file);
    }

    /** Where the run of this supervisor writes down its classes; several supervisors may use the same jars. */
    Path list() {
        return file.resolveSibling(ProcessHandle.current().pid() + LIST_SUFFIX);
    }

    /** What Java is told so that it starts by the cache. */
    List<String> using() {
        return isMade() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** What Java is told so that it starts by the cache or, while there is none, writes down what one is made of. */
    List<String> usingOrRecording() {
        if (isMade() || Files.exists(StartCacheMaker.refusal(file))) {
            return using();
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            return List.of(); // Jars in a folder that is not ours to write: then starts stay as they are.
        }
        return Files.isWritable(file.getParent()) ? List.of("-XX:DumpLoadedClassList=" + list()) : List.of();
    }

    /**
     * Begins to make the cache of what the run that has just ended wrote down, in a process of its own and at the lowest
     * priority; returns at once.
     *
     * @param options the application's, since a cache fits only a Java that manages memory alike
     * @return who makes it; empty when there is nothing to make
     */
    Optional<Process> makeInBackground(List<String> options) {
        if (isMade() || !Files.exists(list())) {
            return Optional.empty();
        }
        var command = new ArrayList<>(JavaProcess.apart());
        if (Files.isExecutable(StartCacheMaker.NICE)) {
            command.addAll(List.of(StartCacheMaker.NICE.toString(), "-n", "19"));
        }
        command.addAll(List.of(JavaProcess.java(), "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add(StartCacheMaker.class.getName());
        command.addAll(List.of(file.toString(), list().toString()));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", classPath);
        try {
            return Optional.of(builder.start());
        } catch (IOException e) {
            discardList(); // The next run tries again; nothing depends on it.
            return Optional.empty();
        }
    }

    /** For a run that never became ready: what it loaded is too little. */
    void discardList() {
        StartCacheMaker.delete(list());
    }
}
