package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.access.Operation;
import io.fairlead.app.web.retire.Retirements;
import io.fairlead.app.web.retire.Retiring;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is retiring is told as such until its last day is over. Operations are planted; the clock says 2026-03-31. */
@Import(RetiringTest.Planted.class)
class RetiringTest extends HttpTest {

    @Autowired
    private Retirements retirements;

    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Planted {

        @Bean
        Operation oldRow() {
            return row("old");
        }

        @Bean
        Operation goneRow() {
            return row("gone");
        }

        @Bean
        Operation newRow() {
            return row("new");
        }

        @Bean
        Operation rowsRow() {
            return row("rows");
        }

        private static Operation row(String name) {
            return new Operation("GET", "/v1/planted/" + name, Operation.Grant.RECOGNISED, Set.of());
        }

        @Schema(name = "PlantedRow")
        record Row(
                String name,

                @Retiring(since = "2026-02-01", sunset = "2026-08-01", successor = "name")
                String label) {}

        record Rows(List<Row> rows) {}

        @GetMapping("/v1/planted/old")
        @Retiring(since = "2026-01-01", sunset = "2026-03-31", successor = "/v1/planted/new", docs = "/docs/moved")
        String old() {
            return "old";
        }

        @GetMapping("/v1/planted/gone")
        @Retiring(since = "2025-09-01", sunset = "2026-03-30", successor = "/v1/planted/new")
        String gone() {
            return "gone";
        }

        @GetMapping("/v1/planted/new")
        String successor() {
            return "new";
        }

        @GetMapping("/v1/planted/rows")
        Rows rows() {
            return new Rows(List.of(new Row("a", "a")));
        }
    }

    @Test
    void an_operation_that_is_retiring_works_until_its_last_day_and_says_so() {
        var answer = get("/v1/planted/old");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEqualTo("@1767225600"); // 2026-01-01T00:00:00Z
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 01 Apr 2026 00:00:00 GMT");
        assertThat(answer.header("Link"))
                .isEqualTo("</docs/moved>; rel=\"deprecation\", </v1/planted/new>; rel=\"successor-version\"");
    }

    @Test
    void after_its_last_day_it_answers_410_and_names_the_successor() {
        var answer = get("/v1/planted/gone");
        assertProblem(answer, 410, "OPERATION_RETIRED");
        assertThat(answer.text("hint")).isEqualTo("use /v1/planted/new instead");
        assertThat(answer.header("Sunset")).isEqualTo("Tue, 31 Mar 2026 00:00:00 GMT");
        assertThat(answer.header("Link")).contains("</v1/planted/new>; rel=\"successor-version\"");
    }

    @Test
    void other_operations_say_nothing_of_it() {
        assertThat(get("/v1/planted/new").http().headers().map()).doesNotContainKeys("deprecation", "sunset", "link");
    }

    @Test
    void an_answer_with_a_field_that_is_retiring_says_so_however_deep_it_stands() {
        var answer = get("/v1/planted/rows");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEqualTo("@1769904000"); // 2026-02-01T00:00:00Z
        assertThat(answer.header("Sunset")).isEqualTo("Sun, 02 Aug 2026 00:00:00 GMT");
        assertThat(answer.header("Link")).isEqualTo("</openapi.json>; rel=\"deprecation\"");
    }

    @Test
    void the_description_marks_both() {
        var api = get("/openapi.json").json();
        var old = api.path("paths").path("/v1/planted/old").path("get");
        assertThat(old.path("deprecated").asBoolean()).isTrue();
        assertThat(old.path("x-sunset").asString()).isEqualTo("2026-03-31");
        assertThat(old.path("x-successor").asString()).isEqualTo("/v1/planted/new");
        var label = api.path("components")
                .path("schemas")
                .path("PlantedRow")
                .path("properties")
                .path("label");
        assertThat(label.path("deprecated").asBoolean()).isTrue();
        assertThat(label.path("x-sunset").asString()).isEqualTo("2026-08-01");
    }

    @Test
    void the_inventory_of_clients_knows_the_last_day() {
        assertThat(retirements.sunset("GET /v1/planted/old")).contains(LocalDate.parse("2026-03-31"));
        assertThat(retirements.sunset("GET /v1/planted/new")).isEmpty();
    }
}
