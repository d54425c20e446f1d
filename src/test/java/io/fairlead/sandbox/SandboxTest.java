package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox behaves as an ERP a gateway meets: own numbers, own tax, refusals with a code, books that survive. */
@SuppressWarnings("NullAway.Init")
class SandboxTest {

    private static final String CUSTOMER = "{'externalRef':'customer-1','name':'Globex','currency':'EUR'}";
    private static final String POSTING =
            "{'number':'2026-1','issueDate':'2026-06-30','accountingDate':'2026-06-30'," + "'dueDate':'2026-07-30'}";

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private SandboxClient erp;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, directory);
        erp = new SandboxClient(sandbox.uri());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void restart() throws IOException {
        sandbox.close();
        start();
    }

    private static String invoice(String ref, String net) {
        return "{'externalRef':'" + ref + "','company':'DE01','customerRef':'customer-1','currency':'EUR',"
                + "'accountingDate':'2026-06-30','dueDate':'2026-07-30','lines':[{'description':'Consulting',"
                + "'quantity':'1','price':'" + net + "','net':'" + net + "','taxCategory':'S'}],"
                + "'taxRows':[{'category':'S','rate':'0.19'}]}";
    }

    private void assertRefused(String method, String path, String body, int status, String code) {
        var answer = erp.call(method, path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.MAPPER.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    private String posted() {
        erp.post("/customers", CUSTOMER);
        var id =
                erp.post("/invoices", invoice("invoice-1", "100.37")).path("id").asString();
        assertThat(erp.post("/invoices/" + id + "/posting", POSTING)
                        .path("status")
                        .asString())
                .isEqualTo("POSTED");
        return id;
    }

    @Test
    void a_draft_is_taxed_by_the_erp_itself() {
        erp.post("/customers", CUSTOMER);
        var draft = erp.post("/invoices", invoice("invoice-1", "100.37"));
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("tax").asString()).isEqualTo("19.0700");
        assertThat(draft.path("gross").asString()).isEqualTo("119.4400");
        assertThat(erp.get("/ledger").path("documents").size()).isZero();
    }

    @Test
    void posting_gives_the_companys_next_number_once() {
        var id = posted();
        var again = erp.call("POST", "/invoices/" + id + "/posting", POSTING);
        assertThat(again.statusCode()).isEqualTo(200);
        var document = erp.get("/ledger").path("documents").get(0);
        assertThat(document.path("documentNumber").asString()).isEqualTo("DE01-000001");
        assertThat(erp.get("/ledger").path("totals").get(0).path("gross").asString())
                .isEqualTo("119.4400");
        assertRefused(
                "POST", "/invoices/" + id + "/posting", POSTING.replace("2026-1", "2026-2"), 409, "ALREADY_POSTED");
    }

    @Test
    void a_known_reference_is_the_same_document_or_refused() {
        erp.post("/customers", CUSTOMER);
        var first = erp.post("/invoices", invoice("invoice-1", "100.37"));
        var again = erp.call("POST", "/invoices", invoice("invoice-1", "100.370"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(again.body())).isEqualTo(first);
        assertRefused("POST", "/invoices", invoice("invoice-1", "100.38"), 409, "DUPLICATE_REFERENCE");
    }

    @Test
    void a_draft_is_replaced_by_a_newer_version_only() {
        erp.post("/customers", CUSTOMER);
        var id =
                erp.post("/invoices", invoice("invoice-1", "100.37")).path("id").asString();
        var other = invoice("invoice-1", "200.00");
        assertRefused("PUT", "/invoices/" + id, other, 409, "VERSION_STALE");
        var newer = other.replace("'company'", "'version':2,'company'");
        assertThat(erp.call("PUT", "/invoices/" + id, newer).statusCode()).isEqualTo(200);
        assertThat(erp.get("/invoices/" + id).path("net").asString()).isEqualTo("200.0000");
    }

    @Test
    void a_closed_period_is_refused_until_it_is_opened() {
        erp.post("/customers", CUSTOMER);
        erp.call("PUT", "/periods/DE01/2026-06", "{'closed':true}");
        assertRefused("POST", "/invoices", invoice("invoice-1", "1"), 422, "PERIOD_CLOSED");
        erp.call("PUT", "/periods/DE01/2026-06", "{'closed':false}");
        assertThat(erp.call("POST", "/invoices", invoice("invoice-1", "1")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_is_missing_or_unknown_is_refused_by_name() {
        assertRefused("POST", "/invoices", invoice("invoice-1", "1"), 422, "CUSTOMER_UNKNOWN");
        assertRefused("POST", "/customers", "{'externalRef':'c','currency':'EUR'}", 422, "FIELD_REQUIRED");
        assertRefused("POST", "/customers", CUSTOMER.replace("EUR", "EURO"), 422, "CURRENCY_UNKNOWN");
        assertRefused("POST", "/customers", "[1", 400, "MALFORMED");
        assertRefused("POST", "/customers", "[]", 400, "MALFORMED");
        erp.post("/customers", CUSTOMER);
        assertRefused("POST", "/invoices", invoice("invoice-1", "1.00001"), 400, "MALFORMED");
        assertRefused("POST", "/invoices", invoice("invoice-1", "1e999999999"), 400, "MALFORMED");
        assertRefused(
                "POST", "/invoices", invoice("i", "1").replace("'category':'S'", "'category':'Z'"), 422, "TAX_INVALID");
        assertRefused("GET", "/invoices/INV-404", "", 404, "NOT_FOUND");
        assertRefused("GET", "/nowhere", "", 404, "NOT_FOUND");
    }

    @Test
    void lines_of_one_category_are_taxed_at_the_rates_that_they_tell() {
        erp.post("/customers", CUSTOMER);
        var both = invoice("invoice-1", "240")
                .replace(
                        "'taxCategory':'S'}]",
                        "'taxCategory':'S','taxRates':'0.16'},"
                                + "{'description':'July','quantity':'1','price':'120','net':'120','taxCategory':'S','taxRates':'0.190'}]")
                .replace("'taxRows':[", "'taxRows':[{'category':'S','rate':'0.16'},");

        assertRefused("POST", "/invoices", both.replace("'0.190'", "'0.2'"), 422, "TAX_INVALID");
        assertRefused("POST", "/invoices", both.replace(",'taxRates':'0.190'", ""), 422, "TAX_INVALID");
        assertRefused("POST", "/invoices", both.replace("'0.190'", "'0.19,0.16'"), 422, "TAX_INVALID");
        var kept = Json.MAPPER.readTree(erp.call("POST", "/invoices", both).body());
        assertThat(kept.path("taxRows")
                        .valueStream()
                        .map(row -> row.path("tax").asString())
                        .toList())
                .containsExactly("38.4000", "22.8000");
    }

    @Test
    void payments_in_part_and_in_full_reach_the_change_feed_in_pages() {
        var _ = posted();
        var part = "{'externalRef':'bank-1','invoice':'2026-1','amount':'19.44','valueDate':'2026-07-10'}";
        assertThat(erp.call("POST", "/payments", part).statusCode()).isEqualTo(201);
        assertThat(erp.call("POST", "/payments", part).statusCode()).isEqualTo(200);
        assertRefused(
                "POST",
                "/payments",
                part.replace("bank-1", "bank-2").replace("19.44", "100.01"),
                422,
                "AMOUNT_INVALID");
        var rest = part.replace("bank-1", "bank-2").replace("19.44", "100").replace("2026-1'", "invoice-1'");
        assertThat(erp.call("POST", "/payments", rest).statusCode()).isEqualTo(201);
        assertThat(erp.get("/ledger").path("documents").get(0).path("status").asString())
                .isEqualTo("PAID");

        var first = erp.get("/changes?since=0&limit=2");
        assertThat(first.path("changes").size()).isEqualTo(2);
        assertThat(first.path("more").asBoolean()).isTrue();
        var second = erp.get("/changes?limit=2&since=" + first.path("next").asString());
        assertThat(second.path("changes").get(0).path("document").path("amount").asString())
                .isEqualTo("100.0000");
        assertThat(second.path("more").asBoolean()).isFalse();
    }

    @Test
    void the_books_are_the_same_after_a_restart_and_a_torn_last_line() throws IOException {
        var _ = posted();
        erp.post("/crm/opportunities", "{'Id':'006A','Name':'Rollout','IsWon':true}");
        erp.post("/psa/projects", "{'externalRef':'project-1','customerRef':'customer-1','name':'Rollout'}");
        var ledger = erp.get("/ledger");
        var stats = erp.get("/stats");
        sandbox.close();
        Files.writeString(directory.resolve("journal.jsonl"), "{\"seq\":6,\"ty", StandardOpenOption.APPEND);
        start();
        assertThat(erp.get("/ledger")).isEqualTo(ledger);
        assertThat(erp.get("/stats")).isEqualTo(stats);
        erp.post("/customers", CUSTOMER.replace("customer-1", "customer-2"));
        restart();
        assertThat(erp.get("/stats").path("customers").asInt()).isEqualTo(2);
        assertThat(erp.get("/crm/opportunities?since=0")
                        .path("records")
                        .get(0)
                        .path("Name")
                        .asString())
                .isEqualTo("Rollout");
    }

    @Test
    void a_second_sandbox_on_the_same_books_is_refused() {
        assertThatThrownBy(() -> Sandbox.start(0, directory)).isInstanceOf(Exception.class);
    }

    @Test
    void faults_befall_business_endpoints_only_and_repeat_by_seed() {
        var counts = new java.util.ArrayList<String>();
        for (var round = 0; round < 2; round++) {
            erp.call("PUT", "/faults", "{'throttleRatio':0.5,'retryAfterSeconds':3,'seed':11}");
            for (var call = 0; call < 20; call++) {
                erp.call("GET", "/customers?externalRef=x", "");
                assertThat(erp.call("GET", "/health", "").statusCode()).isEqualTo(200);
            }
            counts.add(erp.get("/faults").path("counts").toString());
        }
        assertThat(counts.getFirst())
                .isEqualTo(counts.getLast())
                .contains("THROTTLED")
                .contains("NONE");
        assertRefused("PUT", "/faults", "{'throttleRatio':0.7,'errorRatio':0.7}", 400, "MALFORMED");
        assertRefused("PUT", "/faults", "{'throttleRatio':-1}", 400, "MALFORMED");
    }
}
