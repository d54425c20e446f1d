package io.fairlead.gate;

import io.fairlead.cli.Fairlead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** This checkout, and small ones of a test's own with changed contracts. */
final class SourceTreeForTests {

    /** What all tests of a JVM look at; finding it out takes a second. */
    static final class Kept {
        static final FieldReaders READERS = FieldReaders.ofHouse();
        static final Contracts CONTRACTS = real().worktree();

        private Kept() {}
    }

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    /** The one that the tests belong to. */
    static SourceTree real() {
        return new SourceTree(Path.of(".."));
    }

    /** A folder with these contracts, all of them released once. */
    static SourceTree released(Path folder, Map<String, String> texts) {
        var checkout = new SourceTree(folder);
        write(checkout, texts);
        try {
            Files.createDirectories(checkout.history());
            var accepted = folder.resolve("schemas/src/main/resources/io/fairlead/schema/accepted-changes.json");
            Files.createDirectories(accepted.getParent());
            Files.writeString(accepted, "[]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Release.write(checkout, Release.of(checkout, checkout.worktree()));
        return checkout;
    }

    static void write(SourceTree checkout, Map<String, String> texts) {
        try {
            Files.createDirectories(checkout.contracts());
            for (var text : texts.entrySet()) {
                Files.writeString(checkout.contracts().resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts in which something of one record reads differently; fails when it does not. */
    static Map<String, String> changed(Map<String, String> texts, String record, String from, String to) {
        var block = Pattern.compile("(?s)(/\\*\\*(?:(?!\\*/).)*\\*/\\s*)?record " + record + " \\{.*?\\n\\}\\n");
        var changed = texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> block.matcher(text.getValue())
                        .replaceFirst(found -> Matcher.quoteReplacement(
                                Pattern.compile(from).matcher(found.group()).replaceFirst(to)))));
        if (changed.equals(texts)) {
            throw new IllegalArgumentException("no " + from + " in record " + record);
        }
        return changed;
    }

    /** Runs a command line on a checkout. */
    static Ended fairlead(SourceTree checkout, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var home = System.getProperty("fairlead.home");
        var console = System.out;
        try {
            System.setProperty("fairlead.home", checkout.home().toString());
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            var code = Fairlead.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(console);
            if (home == null) {
                System.clearProperty("fairlead.home");
            } else {
                System.setProperty("fairlead.home", home);
            }
        }
    }

    private SourceTreeForTests() {}
}
