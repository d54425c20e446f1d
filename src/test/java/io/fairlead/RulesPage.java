package io.fairlead;

import io.fairlead.Sources.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that lists rules by code, held against the files that it names and set right where they moved. */
final class RulesPage {

    static final Path PAGE = Sources.ROOT.resolve("src/docs/rules.md");

    private static final Pattern ROW =
            Pattern.compile("\\| ([A-Z]-\\d{2}|[A-Z]+(?:_[A-Z]+)+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)]+)\\)");
    private static final String NOWHERE = "no test names it";

    /** More would be a search, not a place. */
    private static final int PLACES_MAX = 3;

    private final List<Source> main;
    private final List<Source> tests;

    RulesPage(List<Source> main, List<Source> tests) {
        this.main = main;
        this.tests = tests;
    }

    /** Everything written by people. */
    static RulesPage ofTheHouse() {
        var tests = Sources.written().stream()
                .filter(source -> source.shown().contains("src/test/java/"))
                .toList();
        return new RulesPage(
                Sources.MAIN.keySet().stream()
                        .flatMap(module -> Sources.main(module).stream())
                        .toList(),
                tests);
    }

    /** The page with each row naming files that do name its code; a row that does already stays as it is. */
    String set(String page) {
        return page.lines()
                .map(line -> {
                    var row = ROW.matcher(line);
                    return row.matches()
                            ? "| %s | %s | %s | %s |"
                                    .formatted(
                                            row.group(1),
                                            row.group(2),
                                            places(row.group(3), row.group(1), main),
                                            places(row.group(4), row.group(1), tests))
                            : line;
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Links of a cell that hold; where none does, files that name the code. */
    private static String places(String cell, String code, List<Source> sources) {
        var naming =
                sources.stream().filter(source -> source.text().contains(code)).toList();
        var linked = new ArrayList<Source>();
        LINK.matcher(cell).results().forEach(link -> naming.stream()
                .filter(source -> link(source).equals(link.group(1)))
                .forEach(linked::add));
        if (LINK.matcher(cell).results().count() == linked.size()) {
            return cell;
        }
        var places = linked.isEmpty() ? naming.stream().limit(PLACES_MAX).toList() : linked;
        return places.isEmpty()
                ? NOWHERE
                : places.stream()
                        .map(source -> "[%s](%s)".formatted(name(source), link(source)))
                        .collect(Collectors.joining(", "));
    }

    private static String name(Source source) {
        return source.path().getFileName().toString().replace(".java", "");
    }

    private static String link(Source source) {
        return PAGE.resolveSibling("").relativize(source.path()).toString();
    }
}
