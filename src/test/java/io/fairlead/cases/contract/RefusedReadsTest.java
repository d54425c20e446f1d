package io.fairlead.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of what is not there are refused, and answer with no empty page. */
@ExtendWith(CaseStack.class)
class RefusedReadsTest {

    /** Their cursors are names that the firm chose: any may be one. */
    private static final Set<String> ANY_CURSOR =
            Set.of("/v1/contracts/{id}/over-limit", "/v1/legal-entities/{id}/transfer-rates");

    @Test
    void a_cursor_that_no_page_has_given_is_refused_by_each_list(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.19")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(Firm.line(1, "TIME_AND_MATERIALS")));
        firm.settled();

        var asked = new ArrayList<String>();
        var taken = new ArrayList<String>();
        firm.get("/openapi.json").path("paths").properties().forEach(path -> {
            if (takesCursor(path.getValue().path("get")) && !ANY_CURSOR.contains(path.getKey())) {
                var read = path.getKey().replace("{id}", owner(firm, path.getKey()));
                asked.add(read);
                var problem = problem(firm, read + "?cursor=nonsense");
                if (!problem.path("code").asString().equals("PARAMETER_INVALID")
                        || !problem.path("field").asString().equals("cursor")) {
                    taken.add(read + " answers " + problem);
                }
            }
        });
        assertThat(taken).isEmpty();
        assertThat(asked).hasSizeGreaterThan(30);
    }

    private static boolean takesCursor(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("cursor"));
    }

    private static String owner(Firm firm, String path) {
        return switch (path.split("/")[2]) {
            case "people" -> firm.id("ana");
            case "rate-cards" -> firm.id("standard");
            case "contracts" -> firm.id("work");
            default -> firm.id("firm");
        };
    }

    @Test
    void what_nobody_has_is_no_empty_list(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.19").person("ana", "engineer");
        firm.settled();

        for (var list : List.of(
                "people/%s/cost-rates",
                "people/%s/capacities",
                "people/%s/absences",
                "legal-entities/%s/transfer-rates",
                "legal-entities/%s/receivable-policy",
                "rate-cards/%s/rates",
                "contracts/%s/instalments")) {
            var read = "/v1/" + list.formatted(firm.id("nobody"));
            assertThat(problem(firm, read).path("code").asString()).as(read).isEqualTo("NOT_FOUND");
        }
        assertThat(firm.get("/v1/people/" + firm.id("ana") + "/cost-rates").path("items"))
                .isEmpty();
    }

    @Test
    void key_figures_of_no_period_are_refused_with_the_reason(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.19");
        firm.settled();
        var figures = "/v1/explanations/kpi:" + firm.id("firm");

        for (var wrong : List.of("", ":2026-01-01", ":2026-02-30:2026-04-01", ":2026-01-01:2026-04-01:x")) {
            var problem = problem(firm, figures + wrong);
            assertThat(problem.path("code").asString()).as(wrong).isEqualTo("PARAMETER_INVALID");
            assertThat(problem.path("detail").asString()).contains("no key figures of a period");
        }
        for (var empty : List.of(":2026-04-01:2026-01-01", ":2026-01-01:2026-01-01")) {
            assertThat(problem(firm, figures + empty).path("detail").asString()).contains("the period has no day");
        }
        assertThat(firm.get(figures + ":2026-01-01:2026-01-02").path("differences"))
                .isEmpty();
    }

    private static JsonNode problem(Firm firm, String path) {
        return JsonMapper.shared().readTree(firm.refusedDownload(path));
    }
}
