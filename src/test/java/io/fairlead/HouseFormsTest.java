package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each form of the API has a name of its own: the description knows one of two alike, and shows it for both. */
class HouseFormsTest {

    private static final Pattern FORM = Pattern.compile("(@Schema\\(name = \"(\\w+)\"\\)\\s+)?public record (\\w+)\\(");

    @Test
    void no_two_forms_have_one_name() {
        var apis = Sources.main("src").stream()
                .filter(source -> source.path().toString().contains("/api/"))
                .toList();

        assertThat(apis).hasSizeGreaterThan(30);
        assertThat(alike(apis))
                .as("two forms of one name: rename one, or give it a name of its own by @Schema(name = ...)")
                .isEmpty();
    }

    @Test
    void two_forms_of_one_name_are_seen() {
        var one = new Source(Sources.ROOT.resolve("OneApi.java"), "    public record Adjustment(int seconds) {}");
        var other = new Source(Sources.ROOT.resolve("OtherApi.java"), "    public record Adjustment(int net) {}");
        var named = new Source(
                Sources.ROOT.resolve("NamedApi.java"),
                "    @Schema(name = \"LineAdjustment\")\n    public record Adjustment(int net) {}");

        assertThat(alike(List.of(one, other))).containsOnlyKeys("Adjustment");
        assertThat(alike(List.of(one, named))).isEmpty();
    }

    /** What is missing there is not found by the part behind its colon. */
    @Test
    void every_kind_of_thing_is_found_by_its_key() {
        var histories = Sources.read(Sources.ROOT.resolve("src/main/java/io/fairlead/app/history/Histories.java"));
        var domain = Sources.main("domain").stream().map(Source::text).collect(Collectors.joining());
        var kinds = Pattern.compile("\\bKIND = \"([a-z-]+)\"")
                .matcher(domain)
                .results()
                .map(kind -> kind.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(kinds).hasSizeGreaterThan(25).allSatisfy(kind -> assertThat(histories)
                .contains("            \"" + kind + "\""));
    }

    private static Map<String, List<String>> alike(List<Source> sources) {
        var names = new HashMap<String, List<String>>();
        for (var source : sources) {
            var form = FORM.matcher(source.text());
            while (form.find()) {
                var name = form.group(2) == null ? form.group(3) : form.group(2);
                names.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(source.path().getFileName().toString());
            }
        }
        names.values().removeIf(files -> files.size() < 2);
        return names;
    }
}
