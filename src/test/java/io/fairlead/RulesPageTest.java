package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the page of rules says a rule stands and is tested, there it is. */
class RulesPageTest {

    private static final Path MADE = Sources.ROOT.resolve("src/target/rules.md");

    @Test
    void every_rule_stands_where_the_page_says() throws IOException {
        var page = Sources.read(RulesPage.PAGE);
        var right = RulesPage.ofTheHouse().set(page);
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, right);
        if (Boolean.getBoolean("rules.update")) {
            Files.writeString(RulesPage.PAGE, right);
            return;
        }

        assertThat(HousePages.difference(page, right))
                .as(
                        "these rows name files that do not name the rule; the page set right is %s: copy it over %s,"
                                + " or run RulesPageTest with -Drules.update=true",
                        Sources.ROOT.relativize(MADE), Sources.ROOT.relativize(RulesPage.PAGE))
                .isEmpty();
    }

    @Test
    void a_rule_that_moved_is_seen_and_set_right() {
        var here = source("Invoice.java", "throw refused(\"B-06\")");
        var test = source("InvoiceTest.java", "refusal(\"B-06\")");
        var page = new RulesPage(List.of(here, source("Other.java", "\"B-07\"")), List.of(test));

        assertThat(page.set("| B-06 | Text. | [Other](Other.java) | [InvoiceTest](InvoiceTest.java) |"))
                .isEqualTo("| B-06 | Text. | [Invoice](Invoice.java) | [InvoiceTest](InvoiceTest.java) |\n");
        assertThat(page.set("| B-06 | Text. | [Invoice](Invoice.java) | stories |"))
                .isEqualTo("| B-06 | Text. | [Invoice](Invoice.java) | stories |\n");
    }

    private static Source source(String name, String text) {
        return new Source(RulesPage.PAGE.resolveSibling(name), text);
    }
}
