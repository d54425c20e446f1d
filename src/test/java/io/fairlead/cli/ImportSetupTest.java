package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Asked;
import io.fairlead.cli.StubApi.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How master data is checked, ordered and sent. */
class ImportSetupTest {

    private static final String FIRM = """
            { "projects": [ { "id": "p", "contract": "c", "name": "P", "openedOn": "2026-01-01",
                              "tasks": [ { "id": "t", "name": "T" } ],
                              "milestones": [ { "id": "m", "name": "M", "amount": "5.00", "dueOn": "2026-02-01" } ] } ],
              "rateCards": [ { "id": "r", "rates": [ { "id": "x", "owner": "customer:acme", "rate": "10", "currency": "EUR",
                                                      "from": "2026-01-01", "reason": "y" } ] } ],
              "people": [ { "id": "amy", "legalEntity": "de", "name": "Amy", "role": "c", "employment": "EMPLOYEE",
                            "startDate": "2026-01-01",
                            "costRates": [ { "from": "2026-01-01", "rate": 50, "currency": "EUR", "reason": "y" } ] } ] }
            """;

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("setup.json"), content).toString();
    }

    @Test
    void sections_are_sent_in_the_order_they_depend_on_each_other() throws Exception {
        try (var api = new StubApi(_ -> new Told(201, 5, "{}"))) {
            var ended = api.run("import", "setup", file(FIRM), "--json");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.posts().stream().map(Asked::target))
                    .containsExactly(
                            "/v1/people",
                            "/v1/people/amy/cost-rates",
                            "/v1/rate-cards/r/rates",
                            "/v1/projects",
                            "/v1/projects/p/tasks",
                            "/v1/projects/p/milestones");
            assertThat(api.posts().get(0).body()).doesNotContain("costRates");
            assertThat(ended.out()).contains("{\"section\":\"people\",\"items\":1,\"created\":1,\"repeated\":0");
        }
    }

    @Test
    void the_same_file_sends_the_same_keys_and_a_changed_item_another() throws Exception {
        try (var api = new StubApi(_ -> new Told(201, 0, "{}"))) {
            var first = api.run("import", "setup", file(FIRM));
            assertThat(first.out()).contains("repeated");
            var _ = api.run("import", "setup", file(FIRM));
            var _ = api.run("import", "setup", file(FIRM.replace("\"Amy\"", "\"Amy A\"")));
            var keys = api.posts().stream().map(Asked::key).toList();
            assertThat(keys.subList(6, 12)).isEqualTo(keys.subList(0, 6));
            assertThat(keys.get(12)).isNotEqualTo(keys.get(0));
            assertThat(keys.subList(13, 18)).isEqualTo(keys.subList(1, 6));
        }
    }

    @Test
    void a_refused_item_is_told_and_the_rest_goes_in() throws Exception {
        try (var api = new StubApi(asked -> asked.target().equals("/v1/rate-cards/r/rates")
                ? new Told(
                        422, 0, "{\"code\":\"P-01\",\"field\":\"rate\",\"detail\":\"too fine\",\"hint\":\"round it\"}")
                : new Told(201, 5, "{}"))) {
            var ended = api.run("import", "setup", file(FIRM));
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).contains("Refused", "r x", "P-01", "too fine", "round it");
            assertThat(api.posts()).hasSize(6);
        }
    }

    @Test
    void every_fault_of_the_file_is_named_and_nothing_is_sent() throws Exception {
        try (var api = new StubApi(_ -> new Told(201, 5, "{}"))) {
            var ended = api.run("import", "setup", file("""
                    { "clients": [], "people": { }, "projects": [ { "name": "no id" } ],
                      "rateCards": [ { "id": "r", "owner": "x", "rates": [ { "rat": 1 } ] } ],
                      "customers": [ { "id": "a", "address": { "stret": "x" } }, 7 ],
                      "contracts": [ { "id": "c", "lines": [ { "lineNo": "one" } ] } ] }"""));
            assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(ended.err())
                    .contains(
                            "section 'clients' is not known",
                            "people is no list",
                            "projects[0].id is missing",
                            "rateCards[0].owner is not known",
                            "rateCards[0].rates[0].rat is not known; use [",
                            "customers[0].address.stret is not known",
                            "customers[1] is no object",
                            "contracts[0].lines[0].lineNo has the wrong form");
            assertThat(api.asked).isEmpty();
        }
    }

    @Test
    void a_dry_run_counts_and_sends_nothing() throws Exception {
        try (var api = new StubApi(_ -> new Told(201, 5, "{}"))) {
            var ended = api.run("import", "setup", file(FIRM), "--dry-run");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("Dry run", "costRates");
            assertThat(api.asked).isEmpty();
        }
    }

    @Test
    void the_sample_is_a_whole_firm() throws Exception {
        var steps = SetupFile.steps(Files.readAllBytes(Path.of("docs/samples/setup.json")));
        assertThat(steps.stream().map(SetupFile.Step::section).distinct())
                .containsExactlyElementsOf(List.of(
                        "holidayCalendars",
                        "legalEntities",
                        "taxRates",
                        "customers",
                        "people",
                        "costRates",
                        "rates",
                        "contracts",
                        "projects",
                        "tasks",
                        "milestones"));
    }
}
