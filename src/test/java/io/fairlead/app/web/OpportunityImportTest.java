package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.contract.ReceiveOpportunity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpportunityImportTest extends HttpTest {

    private static final String MAPPING = """
            { "source": "crm", "missingId": "referenceId", "accounts": { "*": "customer:acme" },
              "defaults": { "currency": "EUR", "legalEntity": "legal-entity:de", "billingMethod": "MILESTONE",
                            "taxCategory": "S", "rateCard": "rate-card:r" } }
            """;

    static String deal(String reference, String stage, String amount) {
        return """
                { "attributes": { "referenceId": "%s" }, "Name": "Deal %s", "StageName": "%s",
                  "CloseDate": "2026-03-01", "Amount": %s }""".formatted(reference, reference, stage, amount);
    }

    @CanIgnoreReturnValue
    private Answer imported(String query, String... deals) {
        return upload("/v1/imports/opportunities" + query, files(deals));
    }

    static Map<String, String> files(String... deals) {
        var files = new LinkedHashMap<String, String>();
        files.put("mapping", MAPPING);
        files.put("file", "{\"records\":[" + String.join(",", deals) + "]}");
        return files;
    }

    private static List<Integer> counts(Answer answer) {
        return List.of(
                answer.json().path("records").asInt(),
                answer.json().path("won").asInt(),
                answer.json().path("accepted").asInt(),
                answer.json().path("repeated").asInt(),
                answer.json().path("notWon").asInt(),
                answer.json().path("refused").asInt());
    }

    @Test
    void won_deals_are_taken_others_are_listed_and_bad_ones_refused() {
        var answer = imported(
                "", deal("a1", "Closed Won", "10.50"), deal("a2", "Prospecting", "1"), deal("a3", "Closed Won", "-1"));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(counts(answer)).containsExactly(3, 1, 1, 0, 1, 1);
        var other = answer.json().path("others").path(0);
        assertThat(List.of(
                        other.path("index").asInt(),
                        other.path("id").asString(),
                        other.path("name").asString(),
                        other.path("stage").asString()))
                .containsExactly(2, "a2", "Deal a2", "Prospecting");
        var refused = answer.json().path("refusals").path(0);
        assertThat(refused.path("index").asInt()).isEqualTo(3);
        assertThat(refused.path("field").asString()).isEqualTo("Amount");
        assertThat(refused.path("remedy").asString()).isNotEmpty();
        var command = (ReceiveOpportunity) commands.last();
        assertThat(command.source()).isEqualTo("crm");
        assertThat(command.sourceId()).isEqualTo("a1");
        assertThat(command.accountId()).isEqualTo("acme");
        assertThat(command.amount()).isEqualByComparingTo("10.50");
        assertThat(String.valueOf(command.legalEntityId())).isEqualTo("legal-entity:de");
    }

    @Test
    void the_same_deal_is_a_repeat_and_a_changed_one_is_not() {
        assertThat(counts(imported("", deal("b1", "Closed Won", "1")))).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(counts(imported("", deal("b1", "Closed Won", "1"), deal("b2", "Closed Won", "1"))))
                .containsExactly(2, 2, 1, 1, 0, 0);
        assertThat(counts(imported("", deal("b1", "Closed Won", "2")))).containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void a_file_and_a_single_command_name_the_same_deal() {
        imported("", deal("c1", "Closed Won", "1"));
        var filed = ((ReceiveOpportunity) commands.last()).dealId();
        var _ = post("/v1/opportunities", """
                {"source":"crm","sourceId":"c1","name":"Deal c1","closeDate":"2026-03-01"}""");
        assertThat(((ReceiveOpportunity) commands.last()).dealId()).isEqualTo(filed);
    }

    @Test
    void a_dry_run_sends_nothing() {
        imported("", deal("d1", "Closed Won", "1"));
        var before = commands.taken.size();
        var dry = imported("?dry-run=true", deal("d1", "Closed Won", "1"), deal("d2", "Closed Won", "1"));
        assertThat(counts(dry)).containsExactly(2, 2, 1, 1, 0, 0);
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_record_of_the_rest_api_is_taken_as_it_is() {
        var record = """
                { "Id": "006000000000001AAA", "Name": "Portal", "StageName": "Closed Won", "IsWon": true, "IsClosed": true,
                  "CloseDate": "2026-03-01", "Amount": 5, "CurrencyIsoCode": "EUR", "AccountId": "001000000000001AAA" }""";
        var taken = post("/v1/opportunities/salesforce", record);
        assertThat(counts(taken)).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(((ReceiveOpportunity) commands.last()).accountId()).isEqualTo("001000000000001AAA");
        assertThat(counts(post("/v1/opportunities/salesforce", record))).containsExactly(1, 1, 0, 1, 0, 0);
        assertProblem(post("/v1/opportunities/salesforce", "{}"), 422, "SHAPE_UNKNOWN");
    }

    @Test
    void files_as_a_whole_are_refused_by_name() {
        assertProblem(
                upload("/v1/imports/opportunities", Map.of("file", "{\"done\":false,\"records\":[]}")),
                422,
                "INCOMPLETE");
        assertProblem(upload("/v1/imports/opportunities", Map.of("mapping", "{}")), 400, "PART_MISSING");
    }

    @Test
    void of_many_records_that_are_none_the_first_thousand_are_told_and_all_are_counted() {
        var file = "[" + "null,".repeat(49_999) + "null]";
        var answer = upload("/v1/imports/opportunities", Map.of("mapping", MAPPING, "file", file));
        assertThat(counts(answer)).containsExactly(50_000, 0, 0, 0, 0, 50_000);
        assertThat(answer.json().path("refusals")).hasSize(1_000);
        assertThat(answer.json().path("refusedBy").path(0).path("count").asInt())
                .isEqualTo(50_000);
    }

    @Test
    void a_file_of_more_tokens_than_memory_is_kept_for_is_refused() {
        var file = "[" + "{},".repeat(2_000_000) + "{}]";
        assertProblem(
                upload("/v1/imports/opportunities", Map.of("mapping", MAPPING, "file", file)), 422, "JSON_INVALID");
    }
}
