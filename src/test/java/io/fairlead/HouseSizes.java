package io.fairlead;

import io.fairlead.Sources.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is over the house's budgets: sizes, names that stand twice, constructors for tests; read by {@link HouseSizesTest}. */
final class HouseSizes {

    static final int METHOD_LINES_MAX = 70;
    static final int PACKAGE_FILES_MAX = 45;

    /** Kinds of main types that have a budget of their own, the narrower first; who takes a part of their handlers has it too. */
    private enum Kind {
        PROCESS(60, 0, source -> nameOf(source).matches("When[A-Z]\\w*Then[A-Z]\\w*")),
        PROJECTION(
                120,
                6,
                source -> nameOf(source).endsWith("Projection")
                        || (annotated(source, " +@EventHandler")
                                && source.text().contains(".view;"))),
        HTTP(120, 13, source -> annotated(source, "@RestController")),
        AGGREGATE(150, 20, source -> annotated(source, "@AggregateRoot") || annotated(source, " +@CommandHandler"));

        private final int linesMax;
        private final int linesOfEvent;
        private final Predicate<Source> is;

        /** @param linesOfEvent what an ordinary event more costs it, as hacking.md shows one; 0 where no event is added */
        Kind(int linesMax, int linesOfEvent, Predicate<Source> is) {
            this.linesMax = linesMax;
            this.linesOfEvent = linesOfEvent;
            this.is = is;
        }
    }

    /** Main types over the budget of their kind, as {@code process WhenTimeApprovedThenPrice}, with their lines. */
    static Map<String, Integer> types(List<Source> main) {
        var over = new TreeMap<String, Integer>();
        for (var source : main) {
            var lines = (int) source.text().lines().count();
            kindOf(source)
                    .filter(kind -> lines > kind.linesMax)
                    .ifPresent(kind -> over.put(kind.name().toLowerCase() + " " + nameOf(source), lines));
        }
        return over;
    }

    /** Main types without room for an ordinary event more, with the lines that they have left: none when over their budget. */
    static SortedMap<String, Integer> full(List<Source> main) {
        var full = new TreeMap<String, Integer>();
        for (var source : main) {
            var lines = (int) source.text().lines().count();
            kindOf(source)
                    .filter(kind -> kind.linesOfEvent > 0 && lines + kind.linesOfEvent > kind.linesMax)
                    .ifPresent(kind -> full.put(
                            kind.name().toLowerCase() + " " + nameOf(source), Math.max(0, kind.linesMax - lines)));
        }
        return full;
    }

    private static Optional<Kind> kindOf(Source source) {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind.is.test(source))
                .findFirst();
    }

    /** Methods over the limit; of several with one name the longest. */
    static Map<String, Integer> methods(List<Source> written) {
        var over = new TreeMap<String, Integer>();
        JavaMethods.of(written).stream()
                .filter(method -> method.lines() > METHOD_LINES_MAX)
                .forEach(method -> over.merge("method " + method.name(), method.lines(), Math::max));
        return over;
    }

    /** Folders with more files than a package may have; package-info is none. */
    static Map<String, Integer> packages(List<Source> written) {
        var files = new TreeMap<String, Integer>();
        written.stream()
                .filter(source -> !nameOf(source).equals("package-info"))
                .forEach(source -> files.merge("package " + shortened(source), 1, Integer::sum));
        files.values().removeIf(count -> count <= PACKAGE_FILES_MAX);
        return files;
    }

    private static String shortened(Source source) {
        return Sources.ROOT
                .relativize(source.path().getParent())
                .toString()
                .replace("/java/io/fairlead", "")
                .replaceFirst("/src/(main|test)", "/$1");
    }

    /** Simple names that stand more than once among main types, with how often. */
    static SortedMap<String, Integer> namesTwice(List<Source> main) {
        var names = new TreeMap<String, Integer>();
        main.stream()
                .filter(source -> !nameOf(source).equals("package-info"))
                .forEach(source -> names.merge("name " + nameOf(source), 1, Integer::sum));
        names.values().removeIf(times -> times == 1);
        return names;
    }

    /** All of it. */
    static Map<String, Integer> over() {
        var main = main();
        var written = Sources.written();
        var over = new HashMap<>(types(main));
        over.putAll(methods(written));
        over.putAll(packages(written));
        over.putAll(namesTwice(main));
        over.putAll(HouseUse.constructorsForTests(House.MAIN));
        return over;
    }

    static List<Source> main() {
        var main = new ArrayList<Source>();
        Sources.MAIN.keySet().forEach(module -> main.addAll(Sources.main(module)));
        return main;
    }

    private static String nameOf(Source source) {
        return source.path().getFileName().toString().replace(".java", "");
    }

    private static boolean annotated(Source source, String annotation) {
        return Pattern.compile("(?m)^" + annotation + "\\b")
                .matcher(source.text())
                .find();
    }

    private HouseSizes() {}
}
