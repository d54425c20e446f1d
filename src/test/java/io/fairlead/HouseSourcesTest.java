package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the house asks of its files: size, null contracts, one module per package, exact figures. */
class HouseSourcesTest {

    private static final int LINES_MAX = 300;
    private static final int COLUMNS_MAX = 120;

    /** The formatter leaves comments and texts alone; no code line may hide behind this. */
    private static final int COLUMNS_MAX_IN_PROSE = 132;

    private static final Pattern FLOATING = Pattern.compile("\\b(double|float|Double|Float)\\b");
    private static final Pattern PROSE =
            Pattern.compile("/\\*[\\s\\S]*?\\*/|//.*|\"\"\"[\\s\\S]*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"");

    @Test
    void no_file_is_too_long_or_too_wide() {
        assertThat(Sources.written()).hasSizeGreaterThan(500);
        assertThat(Sources.written().stream().flatMap(source -> outsized(source).stream()))
                .as(
                        "files over 300 lines or lines over 120 columns: a long file holds two things, so give the second a name"
                                + " of the business and a test of its own; see src/docs/architecture.md#sizes")
                .isEmpty();
    }

    @Test
    void a_long_and_a_wide_file_are_seen() {
        assertThat(outsized(planted("x\n".repeat(LINES_MAX + 1)))).hasSize(1);
        assertThat(outsized(planted("x\n".repeat(LINES_MAX)))).isEmpty();
        assertThat(outsized(planted("x".repeat(COLUMNS_MAX + 1)))).hasSize(1);
        assertThat(outsized(planted("x".repeat(COLUMNS_MAX)))).isEmpty();
        assertThat(outsized(planted("// " + "x".repeat(COLUMNS_MAX_IN_PROSE)))).hasSize(1);
    }

    @Test
    void every_package_says_that_nothing_in_it_is_null() {
        assertThat(Sources.MAIN.values().stream().flatMap(folder -> unmarked(Sources.java(folder)).stream()))
                .as("packages without null contract: add a package-info.java with @NullMarked and one sentence;"
                        + " see src/docs/hacking.md#packages")
                .isEmpty();
    }

    @Test
    void a_package_without_null_contract_is_seen() {
        var type = new Source(Path.of("/a/b/Type.java"), "");
        assertThat(unmarked(List.of(type))).hasSize(1);
        assertThat(unmarked(List.of(type, new Source(Path.of("/a/b/package-info.java"), "@NullMarked package b;"))))
                .isEmpty();
    }

    @Test
    void every_package_stands_in_one_module() {
        assertThat(split(Sources.packages()))
                .as("packages in two modules: move the types to where they belong, or name the package anew;"
                        + " see src/docs/architecture.md#modules")
                .isEmpty();
        assertThat(Sources.packages().get("domain")).contains("io.fairlead.billing", "io.fairlead.time");
    }

    @Test
    void a_package_in_two_modules_is_seen() {
        assertThat(split(Map.of("domain", Set.of("a.b"), "src", Set.of("a.b", "a.c"))))
                .containsExactly("a.b");
    }

    @Test
    void no_figure_is_computed_inexactly() {
        for (var module : List.of("domain", "projections", "gateways")) {
            assertThat(Sources.main(module).stream()
                            .filter(source ->
                                    !source.shown().contains("/gateway/paper/")) // HouseRulesTest: no money there.
                            .filter(HouseSourcesTest::isInexact)
                            .map(Source::shown))
                    .as("files that count in binary fractions: use Money, BigMoney, Rate or whole seconds;"
                            + " see src/docs/architecture.md#modules")
                    .isEmpty();
        }
    }

    @Test
    void a_double_in_a_method_is_seen_and_one_in_a_comment_is_none() {
        assertThat(isInexact(planted("var x = (double) 1;"))).isTrue();
        assertThat(isInexact(planted("// a double booking\nvar x = \"float\";")))
                .isFalse();
    }

    private static List<String> outsized(Source source) {
        var faults = new ArrayList<String>();
        var lines = source.text().lines().toList();
        if (lines.size() > LINES_MAX) {
            faults.add(source.path() + " has " + lines.size() + " lines");
        }
        var code = PROSE.matcher(source.text())
                .replaceAll(prose -> "\n".repeat((int) prose.group().lines().count() - 1))
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            var width = lines.get(i).length();
            if ((width > COLUMNS_MAX_IN_PROSE && isComment(lines.get(i)))
                    || (i < code.size() && code.get(i).length() > COLUMNS_MAX)) {
                faults.add(source.path() + ":" + (i + 1) + " has " + width + " columns");
            }
        }
        return faults;
    }

    /** Texts in quotes may not be broken without changing them, so only comments are measured here. */
    private static boolean isComment(String line) {
        var begin = line.stripLeading();
        return begin.startsWith("//") || begin.startsWith("*") || begin.startsWith("/*");
    }

    private static Set<String> unmarked(List<Source> sources) {
        var folders = new TreeSet<String>();
        var marked = new HashSet<String>();
        for (var source : sources) {
            var folder = source.path().resolveSibling("").toString();
            folders.add(folder);
            if (source.path().endsWith("package-info.java") && source.text().contains("@NullMarked")) {
                marked.add(folder);
            }
        }
        folders.removeAll(marked);
        return folders;
    }

    private static Set<String> split(Map<String, Set<String>> packages) {
        var seen = new TreeMap<String, Integer>();
        packages.values().forEach(names -> names.forEach(name -> seen.merge(name, 1, Integer::sum)));
        seen.values().removeIf(times -> times == 1);
        return seen.keySet();
    }

    private static boolean isInexact(Source source) {
        return FLOATING.matcher(PROSE.matcher(source.text()).replaceAll("")).find();
    }

    private static Source planted(String text) {
        return new Source(Path.of("Planted.java"), text);
    }
}
