package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What replaces something is asked for, and what names nobody is told: nothing is taken away or empty by oversight. */
class AskedForTest extends HttpTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/customers/acme/tax-profile|{'taxCategory':'S'}|taxId",
                "/v1/customers/acme/endpoint|{'registration':null}|endpoint",
                "/v1/customers/acme/endpoint|{'endpoint':null}|registration",
                "/v1/legal-entities/de/details|{'iban':null,'endpoint':null,'registration':null,'contact':null}|address",
                "/v1/legal-entities/de/details|{'address':null,'endpoint':null,'registration':null,'contact':null}|iban",
                "/v1/legal-entities/de/details|{'address':null,'iban':null,'endpoint':null,'registration':null}|contact"
            })
    void what_a_change_does_not_tell_is_asked_for(String path, String body, String field) {
        int before = commands.taken.size();
        var answer = post(path, body.replace('\'', '"'));
        assertProblem(answer, 422, "G-02");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("hint")).contains("null");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void null_takes_away_what_stands_there() {
        assertThat(post("/v1/customers/acme/endpoint", "{\"endpoint\":null,\"registration\":null}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/v1/customers/acme/tax-profile", "{\"taxId\":null,\"taxCategory\":\"S\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_company_that_nobody_registered_has_no_periods_and_no_prices() {
        assertProblem(get("/v1/periods/nosuch/2026-03/proposal"), 404, "NOT_FOUND");
        assertProblem(get("/v1/periods?entity=nosuch"), 404, "NOT_FOUND");
        var change = "{\"rateCard\":\"standard\",\"set\":{\"owner\":\"%s\",\"rate\":\"1.00\","
                + "\"currency\":\"EUR\",\"from\":\"2026-01-01\",\"reason\":\"r\"}}";
        assertProblem(
                post("/v1/rate-changes/preview", change.formatted("legal-entity:nosuch")), 422, "LEGAL_ENTITY_UNKNOWN");
        assertProblem(post("/v1/rate-changes/preview", change.formatted("project:nosuch")), 422, "PROJECT_UNKNOWN");
        assertProblem(post("/v1/rate-changes/preview", change.formatted("contract:nosuch")), 422, "CONTRACT_UNKNOWN");
        assertThat(post("/v1/rate-changes/preview", change.formatted("legal-entity:de"))
                        .status())
                .isEqualTo(200);
    }
}
