import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quick loop behind {@code ./fairlead test NAME}: finds test classes by name in whichever module, compiles what changed,
 * and runs them. Arguments: names and -D options.
 */
public final class QuickTests {

    private static final int SUGGESTIONS = 5;

    private record Wanted(QuickPart.QuickModule module, String className, String method) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var names = Stream.of(args).filter(arg -> !arg.startsWith("-")).toList();
        var options = Stream.of(args).filter(arg -> arg.startsWith("-D")).toList();
        var wanted = new ArrayList<Wanted>();
        for (var name : names) {
            wanted.addAll(find(name));
        }
        var code = 0;
        try (var channel = FileChannel.open(
                        QuickPart.HOME.resolve("src/target/quick.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            for (var module : QuickPart.QuickModule.values()) {
                var here = wanted.stream().filter(one -> one.module == module).toList();
                if (!here.isEmpty()) {
                    module.below.forEach(other -> QuickPart.upToDate(other.main()));
                    QuickPart.upToDate(module.main());
                    module.below.forEach(other -> QuickPart.upToDate(other.test()));
                    QuickPart.upToDate(module.test());
                    code = Math.max(code, run(module, here, options));
                }
            }
        }
        System.exit(code);
    }

    // --- Names -----------------------------------------------------------------------------------------------------

    private static List<Wanted> find(String name) {
        var hash = name.indexOf('#');
        var pattern = hash < 0 ? name : name.substring(0, hash);
        var method = hash < 0 ? "" : name.substring(hash + 1);
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(pattern.lastIndexOf('.') + 1));
        var found = new ArrayList<Wanted>();
        var all = new TreeSet<String>();
        for (var module : QuickPart.QuickModule.values()) {
            var folder = module.sources.resolve("test/java");
            for (var file : QuickPart.javaFiles(List.of(folder))) {
                var simple = file.getFileName().toString().replace(".java", "");
                var full = folder.relativize(file).toString().replace(".java", "").replace('/', '.');
                if (!holdsTests(file)) {
                    continue;
                }
                all.add(simple);
                if (glob.matches(Path.of(simple)) && (!pattern.contains(".") || full.equals(pattern))) {
                    found.add(new Wanted(module, full, method));
                }
            }
        }
        if (found.isEmpty()) {
            var near = all.stream()
                    .sorted(Comparator.comparingInt((String other) -> distance(pattern, other))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(SUGGESTIONS)
                    .collect(Collectors.joining(", "));
            throw failed("no test class has the name " + pattern + "; near it: " + near);
        }
        return found;
    }

    private static boolean holdsTests(Path file) {
        try {
            var text = Files.readString(file);
            return text.contains("org.junit.jupiter") && text.contains("Test") && !text.contains("\nabstract class ")
                    || text.contains(" extends ") && file.getFileName().toString().endsWith("Test.java");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many letters differ; a name that holds the other is near. */
    private static int distance(String wanted, String name) {
        var a = wanted.replace("*", "").toLowerCase();
        var b = name.toLowerCase();
        if (b.contains(a) || a.contains(b.replace("test", ""))) {
            return 0;
        }
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                row[j] = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    // --- Running ---------------------------------------------------------------------------------------------------

    private static int run(QuickPart.QuickModule module, List<Wanted> wanted, List<String> options)
            throws IOException, InterruptedException {
        var test = module.test();
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
                "-Dot.epg.working-dir=" + QuickPart.HOME.resolve("src/target/embedded-pg"),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.fairlead"));
        command.addAll(options);
        command.addAll(List.of("-cp", test.classes() + ":" + test.resources() + ":" + QuickPart.classPath(test, false)));
        command.add(QuickPart.HOME.resolve(".mvn/RunTests.java").toString());
        command.add(Objects.requireNonNullElse(System.getProperty("quick.summary"), ""));
        wanted.forEach(one -> command.add(one.className + "#" + one.method));
        return new ProcessBuilder(command)
                .directory(module.folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    static IllegalStateException failed(String reason) {
        System.err.println("fairlead: " + reason);
        System.exit(reason.startsWith("no test") ? 2 : 1);
        return new IllegalStateException(reason);
    }

    private QuickTests() {}
}
