import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes in this JVM for {@link QuickTests}. Arguments: a file that gets a line of figures (tests, failures,
 * errors, skipped), then {@code Class#method} each, the method empty for all.
 */
public final class RunTests implements TestExecutionListener {

    private static final PrintStream OUT = System.out;

    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    public static void main(String[] args) throws Exception {
        Map<String, Set<String>> methods = new HashMap<>();
        Stream.of(args).skip(1).map(arg -> arg.split("#", 2)).forEach(pair -> methods.computeIfAbsent(
                        pair[0], _ -> new HashSet<>())
                .add(pair[1]));
        var listener = new RunTests();
        var begin = System.nanoTime();
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request(methods), listener);
        }
        var figures = "%d %d %d %d%n".formatted(listener.tests, listener.failures, listener.errors, listener.skipped);
        if (!args[0].isEmpty()) {
            Files.writeString(Path.of(args[0]), figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (listener.tests == 0) {
            System.err.println("fairlead: no test of these classes has that name");
        }
        OUT.printf(
                "%d tests of %s in %.1f s%n",
                listener.tests, String.join(", ", methods.keySet()), (System.nanoTime() - begin) / 1e9);
        System.exit(listener.failures + listener.errors > 0 || listener.tests == 0 ? 1 : 0);
    }

    private static LauncherDiscoveryRequest request(Map<String, Set<String>> methods) {
        var builder = LauncherDiscoveryRequestBuilder.request();
        methods.keySet().forEach(name -> builder.selectors(DiscoverySelectors.selectClass(name)));
        PostDiscoveryFilter filter = descriptor -> descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> FilterResult.includedIf(methods.getOrDefault(topLevel(source), Set.of("")).stream()
                        .anyMatch(glob -> glob.isEmpty() || source.getMethodName().matches(glob.replace("*", ".*")))))
                .orElse(FilterResult.included("no method"));
        return builder.filters(filter).build();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        tests++;
        OUT.println("SKIPPED " + name(test) + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        if (result.getStatus() == Status.SUCCESSFUL) {
            return;
        }
        if (result.getStatus() == Status.ABORTED) {
            skipped++;
            OUT.println("SKIPPED " + name(test) + ": "
                    + result.getThrowable().map(Throwable::getMessage).orElse(""));
            return;
        }
        var cause = result.getThrowable().orElseGet(() -> new IllegalStateException("no reason given"));
        if (cause instanceof AssertionError) {
            failures++;
        } else {
            errors++;
        }
        OUT.println("FAILED " + name(test));
        cause.setStackTrace(Stream.of(cause.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("org.junit.")
                        && !frame.getClassName().startsWith("java.lang.reflect.")
                        && !frame.getClassName().startsWith("jdk.internal."))
                .toArray(StackTraceElement[]::new));
        cause.printStackTrace(OUT);
    }

    private static String topLevel(MethodSource source) {
        return source.getClassName().replaceAll("[$].*", "");
    }

    private static String name(TestIdentifier test) {
        var source = test.getSource().orElse(null);
        return (source instanceof MethodSource method
                        ? method.getClassName().replaceAll(".*\\.", "") + "#" + method.getMethodName() + " "
                        : "")
                + test.getDisplayName();
    }
}
