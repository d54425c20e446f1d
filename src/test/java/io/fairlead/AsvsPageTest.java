package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on ASVS 5: each requirement of levels 1 and 2 has one row, and what is met names tests that there are. */
class AsvsPageTest {

    private static final String PAGE = "src/docs/asvs.md";

    /** Requirements of levels 1 and 2 by chapter in version 5.0.0; WebRTC, which does not apply, has 7 more. */
    private static final Map<String, Integer> ASKED = Map.ofEntries(
            Map.entry("1", 27),
            Map.entry("2", 11),
            Map.entry("3", 19),
            Map.entry("4", 10),
            Map.entry("5", 9),
            Map.entry("6", 35),
            Map.entry("7", 18),
            Map.entry("8", 7),
            Map.entry("9", 7),
            Map.entry("10", 29),
            Map.entry("11", 14),
            Map.entry("12", 9),
            Map.entry("13", 13),
            Map.entry("14", 9),
            Map.entry("15", 13),
            Map.entry("16", 16));

    private static final Pattern ROW = Pattern.compile("\\| (\\d+)\\.(\\d+\\.\\d+) \\| (.+) \\| (\\w+) \\| (.+) \\|");
    private static final Set<String> STATES = Set.of("met", "open", "none", "provider");

    private record Row(String chapter, String id, String asked, String state, String by) {}

    @Test
    void each_requirement_has_one_row() throws IOException {
        var rows = rows(Files.readString(Sources.ROOT.resolve(PAGE)));
        assertThat(rows.stream().map(Row::id)).doesNotHaveDuplicates();
        assertThat(rows.stream().collect(Collectors.groupingBy(Row::chapter, Collectors.summingInt(_ -> 1))))
                .isEqualTo(ASKED);
    }

    @Test
    void what_is_met_names_tests_that_there_are_and_all_else_a_reason() throws IOException {
        var tests = tests();
        assertThat(tests).hasSizeGreaterThan(300);
        assertThat(rows(Files.readString(Sources.ROOT.resolve(PAGE))))
                .allSatisfy(row -> assertThat(fault(row, tests)).as(row.id()).isEmpty());
    }

    @Test
    void a_row_that_names_no_test_or_no_reason_is_seen() {
        var tests = Set.of("DoorsTest");
        assertThat(fault(row("| 1.2.4 | q | met | DoorsTest |"), tests)).isEmpty();
        assertThat(fault(row("| 1.2.4 | q | met | DoorsTest, NoSuchTest |"), tests))
                .contains("NoSuchTest");
        assertThat(fault(row("| 1.2.4 | q | open | - |"), tests)).contains("reason");
        assertThat(fault(row("| 1.2.4 | q | maybe | DoorsTest |"), tests)).contains("maybe");
    }

    private static String fault(Row row, Set<String> tests) {
        if (!STATES.contains(row.state())) {
            return row.state() + " is no state";
        }
        if (!row.state().equals("met")) {
            return row.by().length() < 6 ? "has no reason" : "";
        }
        return Stream.of(row.by().split(", "))
                .filter(name -> !tests.contains(name))
                .collect(Collectors.joining(", "));
    }

    private static Row row(String line) {
        return rows(line).getFirst();
    }

    private static List<Row> rows(String page) {
        var rows = new ArrayList<Row>();
        page.lines().forEach(line -> {
            var found = ROW.matcher(line);
            if (found.matches()) {
                rows.add(new Row(
                        found.group(1),
                        found.group(1) + "." + found.group(2),
                        found.group(3),
                        found.group(4),
                        found.group(5)));
            }
        });
        return rows;
    }

    private static Set<String> tests() throws IOException {
        var names = new LinkedHashMap<String, Boolean>();
        for (var module : List.of("schemas/src", "domain/src", "projections/src", "gateways/src", "src")) {
            try (var files = Files.walk(Sources.ROOT.resolve(module).resolve("test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.put(name.replace(".java", ""), true));
            }
        }
        return names.keySet();
    }
}
