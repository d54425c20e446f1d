package io.fairlead.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentCensusTest {

    private static final String REFUSED = "{\"code\": \"UBL_TAX_ID\"}";

    /** Bodies by path and query; those with a code are refusals. */
    private final Map<String, String> answers = new HashMap<>(Map.of(
            "/v1/invoices?limit=500",
            "{\"items\": [{\"invoiceId\": \"a\", \"number\": \"N-1\"}], \"next\": \"a b\"}",
            "/v1/invoices?limit=500&cursor=a+b",
            "{\"items\": [{\"invoiceId\": \"b\"}]}",
            "/v1/credit-notes?limit=500",
            "{\"items\": [{\"creditNoteId\": \"c\", \"number\": \"N-2\"}]}",
            "/v1/credit-notes/c/ubl",
            REFUSED,
            "/v1/credit-notes/c/facturx",
            REFUSED,
            "/v1/credit-notes/c/pdf",
            REFUSED));

    private HttpServer server;
    private DocumentCensus census;

    @BeforeEach
    void somebody_answers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        census = new DocumentCensus("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void nobody_answers() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = answers.getOrDefault(exchange.getRequestURI().toString(), "{\"code\": \"NOT_FOUND\"}");
        exchange.sendResponseHeaders(body.contains("\"code\"") ? 422 : 200, body.getBytes(UTF_8).length);
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(UTF_8));
        }
    }

    @Test
    void a_document_that_breaks_rules_is_told_once_and_by_its_path() {
        answers.put(
                "/v1/invoices/a/ubl", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>");
        answers.put("/v1/invoices/a/facturx", REFUSED);
        answers.put("/v1/invoices/a/pdf", REFUSED);

        assertThat(census.look()).isNotEmpty().allMatch(fault -> fault.startsWith("/v1/invoices/a/ubl: error"));
        assertThat(census.look()).isEmpty();
        assertThat(census.looked()).isEqualTo(2);
    }

    @Test
    void a_paper_that_is_none_is_told() {
        answers.put("/v1/invoices/a/ubl", REFUSED);
        answers.put("/v1/invoices/a/facturx", "no paper");

        assertThat(census.look()).containsExactly("/v1/invoices/a/facturx: not to be read as PDF");
        assertThat(census.outcomes("Factur-X")).isEqualTo(Map.of("faulty", 1, "UBL_TAX_ID", 1));
    }

    @Test
    void a_refusal_that_says_nothing_of_the_document_is_told() {
        for (var form : List.of("ubl", "facturx", "pdf")) {
            answers.put("/v1/invoices/a/" + form, REFUSED);
        }
        answers.put("/v1/invoices/a/pdf", "{\"code\": \"INTERNAL\"}");

        assertThat(census.look()).containsExactly("/v1/invoices/a/pdf: refused by INTERNAL");
    }

    @Test
    void refusals_are_counted_by_code_and_drafts_are_left_out() {
        for (var form : List.of("ubl", "facturx", "pdf")) {
            answers.put("/v1/invoices/a/" + form, "{\"code\": \"UBL_ACCOUNT_MISSING\"}");
        }

        assertThat(census.look()).isEmpty();

        for (var form : List.of("UBL", "Factur-X", "PDF")) {
            assertThat(census.outcomes(form)).isEqualTo(Map.of("UBL_ACCOUNT_MISSING", 1, "UBL_TAX_ID", 1));
        }
    }

    @Test
    void a_list_that_cannot_be_read_is_no_empty_list() {
        answers.remove("/v1/credit-notes?limit=500");

        assertThatThrownBy(census::look).hasMessageContaining("/v1/credit-notes?limit=500 answered 422 NOT_FOUND");
    }
}
