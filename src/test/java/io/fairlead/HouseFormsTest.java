package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
