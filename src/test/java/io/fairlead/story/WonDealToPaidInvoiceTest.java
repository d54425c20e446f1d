package io.fairlead.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.app.wiring.CommandSide;
import io.fairlead.cli.Api;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.KafkaLogin;
import io.fairlead.launch.Login;
import io.fairlead.launch.Secrets;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.axon.AxonSetup;
import io.fairlead.testing.CommandLineRun;
import io.fairlead.testing.DocumentCensus;
import io.fairlead.testing.JavaScriptReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small sample firm, from won deals to paid invoices, while the ERP answers late, not at all, or twice. */
@TestMethodOrder(
        OrderAnnotation.class) // One firm, looked at after each step: starting the parts costs most of the time.
class WonDealToPaidInvoiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNRELIABLE_ERP = """
            {"lateMillis": 20, "acceptThenTimeoutRatio": 0.1, "holdMillis": 2000, "throttleRatio": 0.05,
             "errorRatio": 0.05, "garbageRatio": 0.05, "duplicateRatio": 0.2, "seed": 7}""";

    /** What becomes of the firm's documents; any other code would be a surprise. */
    private static final String[] OF_UBL = {
        "pass", "UBL_ACCOUNT_MISSING", "UBL_CATEGORY_MIXED", "UBL_ENDPOINT_MISSING", "UBL_TAX_ID"
    };

    private static final String[] OF_FACTUR_X = {"pass", "UBL_ACCOUNT_MISSING", "UBL_CATEGORY_MIXED", "UBL_TAX_ID"};

    /** Every fourth request fails, so most documents are tried again; a held answer still outlasts the wait for it. */
    private static final Map<String, String> SOON_AGAIN =
            Map.of("FAIRLEAD_ERP_TIMEOUT", "1", "FAIRLEAD_ERP_RETRY_MAX", "2");

    @TempDir
    static Path data;

    private static JsonNode addresses;

    @BeforeAll
    static void everything_starts() throws Exception {
        var up = CommandLineRun.of(data, SOON_AGAIN, "up", "--detach", "--json");
        assertThat(up.exitCode()).as(up.errors()).isZero();
        addresses = JSON.readTree(up.output());
    }

    @AfterAll
    static void everything_stops() throws Exception {
        assertThat(CommandLineRun.of(data, "down").exitCode()).isZero();
    }

    @Test
    @Order(1)
    void the_figures_add_up_and_every_invoice_is_one_document_of_an_unreliable_erp() throws Exception {
        put(addresses.path("erp").asString() + "/faults", UNRELIABLE_ERP);

        var first = demo();

        assertThat(first.path("checks").path("failed").asInt()).isZero();
        assertThat(first.path("topics").path("records").asLong())
                .isPositive()
                .isEqualTo(first.path("topics").path("events_stored").asLong());
        assertThat(first.path("erp").path("documents").asInt())
                .isPositive()
                .isEqualTo(first.path("invoices").path("issued").asInt()
                        + first.path("erp").path("credit_notes").asInt());
        assertThat(first.path("erp").path("credit_notes").asInt()).isPositive();
        assertThat(first.path("invoices").path("paid").asInt()).isPositive();
        assertThat(first.path("exceptions").findValuesAsString("code")).contains("PO_MISSING", "RATE_MISSING");
        assertThat(DemoFigures400.of(first)).isEqualTo(DemoFigures400.kept(first));
    }

    @Test
    @Order(2)
    void the_same_firm_played_again_changes_nothing() throws Exception {
        var before = verification();

        var _ = demo();

        assertThat(verification().path("counts")).isEqualTo(before.path("counts"));
    }

    @Test
    @Order(3)
    void a_stock_javascript_consumer_decodes_every_event() throws Exception {
        JavaScriptReader.requireNode();

        var folder = new DataFolder(data);
        var told = JavaScriptReader.readAs(
                KafkaLogin.READER.user(folder),
                new Secrets(folder).file(KafkaLogin.READER.passwordFile()),
                addresses.path("kafka").asString(),
                addresses.path("registry").asString());

        var events = verification().path("counts").path("events").asLong();
        assertThat(told.path("records").asLong()).isEqualTo(events);
        assertThat(told.path("distinct").asLong()).isEqualTo(events);
    }

    @Test
    @Order(4)
    void an_auditor_sees_who_did_what_to_an_invoice() throws Exception {
        var invoices = get("/v1/invoices?status=paid&limit=1");
        var id = invoices.path("items").path(0).path("invoiceId").asString();

        var history = CommandLineRun.of(data, "history", id, "--json");

        assertThat(history.exitCode()).as(history.errors()).isZero();
        var types = JSON.readTree(history.output()).findValuesAsString("type");
        assertThat(types.stream().map(type -> type.substring(type.lastIndexOf('.') + 1)))
                .containsSubsequence(List.of(
                        "InvoiceLinesAdded",
                        "InvoiceDrafted",
                        "InvoiceApproved",
                        "InvoiceStaged",
                        "InvoiceIssued",
                        "InvoicePosted",
                        "PaymentApplied",
                        "InvoicePaid"));
    }

    @Test
    @Order(4)
    void the_buyer_gets_an_issued_invoice_as_pdf_and_as_ubl() throws Exception {
        var invoices = get("/v1/invoices?legalEntity=nordlicht-de&status=paid&limit=1");
        var invoice = invoices.path("items").path(0);
        var pdf = data.resolve("invoice.pdf");
        var ubl = data.resolve("invoice.xml");

        var written = CommandLineRun.of(
                data,
                "invoice",
                invoice.path("invoiceId").asString(),
                "--pdf",
                pdf.toString(),
                "--ubl",
                ubl.toString());

        assertThat(written.exitCode()).as(written.errors()).isZero();
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(Files.readString(ubl))
                .contains("<cbc:ID>" + invoice.path("number").asString() + "</cbc:ID>")
                .contains("Nordlicht Beratung GmbH", "DE02120300000000202051");
    }

    /** Two credits of each company are asked for and approved, then all documents are looked at. */
    @Test
    @Order(5)
    void every_document_passes_the_rules_of_peppol_and_factur_x_or_is_refused_by_its_code() throws Exception {
        for (var company : List.of("nordlicht-de", "nordlicht-uk", "nordlicht-us")) {
            for (var invoice : get("/v1/invoices?legalEntity=" + company + "&status=posted&limit=2")
                    .path("items")) {
                credit(invoice.path("invoiceId").asString());
            }
        }
        var census = new DocumentCensus(addresses.path("url").asString());
        var faults = census.look();

        System.out.println("Documents of the demo: " + census);
        assertThat(faults).isEmpty();
        assertThat(census.outcomes("UBL").keySet()).containsExactlyInAnyOrder(OF_UBL);
        assertThat(census.outcomes("Factur-X").keySet()).containsExactlyInAnyOrder(OF_FACTUR_X);
        assertThat(census.outcomes("UBL").get("pass")).isGreaterThan(50);
        assertThat(census.looked()).isGreaterThan(150);
    }

    private static void credit(String invoiceId) throws Exception {
        var note = "story-" + invoiceId.substring(invoiceId.indexOf(':') + 1);
        as(
                "story-biller",
                "/v1/invoices/" + invoiceId + "/credits",
                Map.of("id", note, "rest", "WRITE_OFF", "reason", "agreed"));
        until("/v1/credit-notes/" + note, "drafted");
        as("story-controller", "/v1/credit-notes/" + note + "/approval", Map.of());
        until("/v1/credit-notes/" + note, "posted");
    }

    @Test
    @Order(6)
    void every_aggregate_would_come_back_from_a_saved_state_as_from_its_events() {
        // A pool: a login for each of thousands of streams would take longer than reading them.
        var database = new HikariDataSource();
        database.setJdbcUrl(Login.APPLICATION.url(addresses.path("database").asString(), new DataFolder(data)));
        var kinds = CommandSide.AGGREGATES.stream().collect(Collectors.toMap(Class::getSimpleName, kind -> kind));
        try (database;
                var store = new PostgresStore(database, InstantSource.system(), StoreLimits.DEFAULT);
                var axon = new AxonSetup(store, CommandSide.AGGREGATES)) {
            var streams = new TreeMap<String, Class<?>>();
            for (var page = store.log().after(0, 10_000);
                    !page.isEmpty();
                    page = store.log().after(page.getLast().position(), 10_000)) {
                page.forEach(event -> streams.put(event.aggregateId(), kinds.get(event.aggregateType())));
            }
            assertThat(streams.values())
                    .contains(
                            kinds.get("Deal"),
                            kinds.get("Contract"),
                            kinds.get("Project"),
                            kinds.get("TimeEntry"),
                            kinds.get("LabourCost"),
                            kinds.get("BillingItem"),
                            kinds.get("BillingRun"),
                            kinds.get("Invoice"),
                            kinds.get("Receipt"));
            assertThat(streams.entrySet().stream()
                            .filter(stream ->
                                    !axon.restoresAlike(stream.getValue(), store.log().stream(stream.getKey(), 0))))
                    .isEmpty();
        }
    }

    private static JsonNode demo() throws Exception {
        var run = CommandLineRun.of(data, "demo", "--once", "--json", "--entries", "400");
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        return JSON.readTree(run.output());
    }

    private static JsonNode verification() throws Exception {
        return get("/v1/verification?checks=I1,I6");
    }

    private static JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(addresses.path("url").asString() + path))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static void as(String actor, String path, Map<String, Object> body) {
        var _ = new Api(addresses.path("url").asString(), actor, Duration.ofSeconds(60)).post(path, body);
    }

    /** Looks again and again; the state comes by the work of other processes. */
    private static void until(String creditNote, String status) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!get(creditNote).path("creditNote").path("status").asString("").equals(status)) {
            assertThat(System.nanoTime()).as(get(creditNote).toString()).isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static void put(String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + new Secrets(new DataFolder(data)).read(Secrets.ERP_TOKEN))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
