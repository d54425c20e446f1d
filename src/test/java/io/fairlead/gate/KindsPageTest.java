package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.SchemaChange.Effect;
import io.fairlead.schema.SchemaChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on contracts says of each kind of change whom it hurts. */
class KindsPageTest {

    private static final Pattern KIND = Pattern.compile("`([A-Z_]+)`");

    @ParameterizedTest
    @EnumSource
    void the_page_lists_the_kinds_of_each_effect(Effect effect) throws IOException {
        var page = SourceTreeForTests.real().home().resolve("src/docs/contracts.md");
        var listed = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| " + effect.name().toLowerCase(Locale.ROOT) + " |"))
                .flatMap(line -> KIND.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(listed)
                .as(
                        "kinds in the row '%s' of contracts.md: each kind of SchemaChange.Kind in the row of its effect, in its order",
                        effect.name().toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(Arrays.stream(Kind.values())
                        .filter(kind -> kind.effect() == effect)
                        .map(Kind::name)
                        .toList());
    }
}
