package io.fairlead.app.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CompanyRulesTest {

    private static final Pattern KIND = Pattern.compile("String KIND = \"([a-z-]+)\"");

    private final CompanyRules rules = CompanyRules.of("""
            # What whom concerns.
            GET  /v1/bills       rows
            POST /v1/bills/{id}  id=invoice
            """);

    @Test
    void a_table_that_names_each_operation_is_taken() {
        assertThatCode(() -> rules.requireExactly(Set.of("GET /v1/bills", "POST /v1/bills/{id}")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_operation_that_was_forgotten_does_not_start() {
        assertThatThrownBy(() -> rules.requireExactly(Set.of("GET /v1/bills", "POST /v1/bills/{id}", "GET /v1/cards")))
                .hasMessageContaining("no row for [GET /v1/cards], no operation for []");
    }

    @Test
    void a_row_whose_operation_has_gone_does_not_start() {
        assertThatThrownBy(() -> rules.requireExactly(Set.of("GET /v1/bills")))
                .hasMessageContaining("no row for [], no operation for [POST /v1/bills/{id}]");
    }

    @Test
    void a_row_names_what_its_path_has_and_what_is_known() {
        assertThatThrownBy(() ->
                        CompanyRules.of("GET /v1/bills/{id} bill=invoice").requireExactly(Set.of("GET /v1/bills/{id}")))
                .hasMessageContaining("GET /v1/bills/{id} with {bill}");
        assertThatThrownBy(() -> CompanyRules.of("GET /v1/bills/{id} id=bill"))
                .hasMessageContaining("'id=bill' is no rule");
        assertThatThrownBy(() -> CompanyRules.of("GET /v1/bills rows\nGET /v1/bills all"))
                .hasMessageContaining("two rows");
    }

    /** An id of a kind that nobody looks for would pass the door of commands. */
    @Test
    void every_kind_of_thing_is_looked_for() throws IOException {
        try (var files = Files.walk(Sources.ROOT.resolve("domain/src/main/java"))) {
            var kinds = files.filter(file -> file.toString().endsWith("Id.java"))
                    .map(CompanyRulesTest::text)
                    .flatMap(text -> KIND.matcher(text).results().map(found -> found.group(1)))
                    .toList();

            assertThat(kinds).hasSizeGreaterThan(20).allMatch(ThingsOfCompanies::isKnown);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
