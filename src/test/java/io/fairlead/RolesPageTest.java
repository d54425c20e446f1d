package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import io.fairlead.access.RoleConflicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of roles is what the table in the code says. */
class RolesPageTest {

    private static final Path PAGE = Sources.ROOT.resolve("src/docs/roles.md");
    private static final Path MADE = Sources.ROOT.resolve("src/target/roles.md");
    private static final String BEGIN = "<!-- made from io.fairlead.access -->";

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        var page = Sources.read(PAGE);
        var right = page.substring(0, page.indexOf(BEGIN)) + BEGIN + "\n" + tables(Operations.all());
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, right);
        if (Boolean.getBoolean("roles.update")) {
            Files.writeString(PAGE, right);
            return;
        }
        assertThat(HousePages.difference(page, right))
                .as(
                        "%s differs from the table in the code: copy %s over it, or run RolesPageTest with"
                                + " -Droles.update=true",
                        Sources.ROOT.relativize(PAGE), Sources.ROOT.relativize(MADE))
                .isEmpty();
    }

    @Test
    void a_row_that_changed_is_seen() {
        var all = Operations.all();
        assertThat(tables(all)).isNotEqualTo(tables(all.subList(1, all.size())));
    }

    private static String tables(Collection<Operation> operations) {
        return "## Not both\n| first | second, which gives way | held | reason |\n| --- | --- | --- | --- |\n"
                + RoleConflicts.list().stream()
                        .map(each -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        each.first().claim(),
                                        each.second().claim(),
                                        each.held() == RoleConflicts.Held.BY_FOUR_EYES ? "by four eyes" : "by refusal",
                                        each.reason()))
                        .collect(Collectors.joining())
                + "\n## Operations\n| operation | roles |\n| --- | --- |\n"
                + operations.stream()
                        .map(each -> "| `%s` | %s |\n".formatted(each.name(), String.join(", ", each.claims())))
                        .collect(Collectors.joining());
    }
}
