package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a clerk looks at what customers owe, and applies money. */
class ReceivablesCommandTest {

    private static final String RECEIPT =
            "{\"receipt\":{\"receiptId\":\"receipt:r\",\"leftAmount\":\"0.00\"},\"parts\":[]}";

    @Test
    void open_items_and_balances_are_listed() {
        var told = "{\"items\":[{\"number\":\"INV-1\",\"open\":\"35.50\"}],\"balances\":[{\"balance\":\"35.50\"}]}";
        try (var api = new StubApi(_ -> new Told(200, 0, told))) {
            var ended = api.run("receivables", "list", "--customer", "acme");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("INV-1", "35.50", "By customer");
            assertThat(api.asked)
                    .extracting(StubApi.Asked::target)
                    .containsExactly("/v1/customers/acme", "/v1/receivables?customer=acme&");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivables list --customer nosuch",
                "receivables list --legal-entity nosuch",
                "receivables show customer:nosuch"
            })
    void whom_nobody_registered_has_no_empty_account(String line) {
        try (var api = new StubApi(asked -> asked.target().startsWith("/v1/receivables")
                ? new Told(200, 0, "{\"items\":[],\"lines\":[],\"balances\":[]}")
                : new Told(404, 0, "{\"code\":\"NOT_FOUND\",\"detail\":\"there is no nosuch\"}"))) {
            var ended = api.run(line.split(" "));
            assertThat(ended.code()).isEqualTo(6);
            assertThat(ended.err()).contains("there is no nosuch");
        }
    }

    @Test
    void a_customer_has_a_statement_and_money_its_parts() {
        try (var api = new StubApi(asked -> new Told(
                200,
                0,
                asked.target().startsWith("/v1/receipts")
                        ? RECEIPT
                        : "{\"lines\":[{\"kind\":\"on account\",\"amount\":\"-24.00\"}],\"balances\":[]}"))) {
            assertThat(api.run("receivables", "show", "customer:acme").out()).contains("on account", "-24.00");
            assertThat(api.run("receivables", "show", "receipt:r").out()).contains("receipt:r");
            assertThat(api.asked)
                    .extracting(StubApi.Asked::target)
                    .containsExactly(
                            "/v1/customers/customer%3Aacme",
                            "/v1/receivables/statement?customer=customer%3Aacme&", "/v1/receipts/receipt%3Ar");
        }
    }

    @Test
    void money_is_applied_and_shown_as_it_stands_then() {
        try (var api = new StubApi(asked ->
                new Told(200, 7, asked.method().equals("POST") ? "{\"id\":\"receipt:r\",\"position\":7}" : RECEIPT))) {
            var ended = api.run(
                    "receivables", "apply", "receipt:r", "invoice:i", "--amount", "24.00", "--on", "2026-03-11");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.posts()).singleElement().satisfies(post -> {
                assertThat(post.target()).isEqualTo("/v1/receipts/receipt%3Ar/applications");
                assertThat(post.body()).contains("\"invoice:i\"", "\"24.00\"", "\"2026-03-11\"");
            });
            assertThat(api.asked.getLast().target()).isEqualTo("/v1/receipts/receipt%3Ar?at-least=7");
        }
    }

    @Test
    void a_dry_run_asks_the_change_itself_and_for_what_it_would_leave() {
        var preview =
                "{\"money\":{\"left\":\"0.00\",\"changes\":[{\"number\":\"INV-1\",\"open\":\"35.50\"}]},\"reasons\":[]}";
        try (var api = new StubApi(_ -> new Told(200, 0, preview))) {
            var ended = api.run(
                    "receivables", "refund", "receipt:r", "--on", "2026-03-11", "--reason", "twice", "--dry-run");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("nothing was changed", "INV-1");
            assertThat(api.asked)
                    .extracting(StubApi.Asked::target)
                    .containsExactly("/v1/receipts/receipt%3Ar/refunds", "/v1/receipts/receipt%3Ar/refunds/preview");
            assertThat(api.asked).extracting(StubApi.Asked::isDryRun).containsExactly(true, false);
        }
    }

    @Test
    void money_that_a_booking_took_back_is_told_with_that_booking() {
        try (var api = new StubApi(asked ->
                new Told(200, 7, asked.method().equals("POST") ? "{\"id\":\"receipt:r\",\"position\":7}" : RECEIPT))) {
            var ended = api.run(
                    "receivables",
                    "send-back",
                    "receipt:r",
                    "--on",
                    "2026-03-11",
                    "--reason",
                    "no funds",
                    "--booking",
                    "DE02/MAY/1/1");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.posts()).singleElement().satisfies(post -> assertThat(post.body())
                    .contains("\"sourceId\":\"DE02/MAY/1/1\""));
        }
    }

    @Test
    void an_invoice_is_named_by_its_number() {
        var found = "{\"items\":[{\"invoiceId\":\"invoice:i\"}]}";
        try (var api = new StubApi(asked -> new Told(
                200,
                7,
                asked.target().startsWith("/v1/invoices?number=DE-1")
                        ? found
                        : asked.method().equals("POST") ? "{\"id\":\"receipt:r\",\"position\":7}" : RECEIPT))) {
            var ended = api.run("receivables", "apply", "receipt:r", "DE-1", "--on", "2026-03-11");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.posts()).singleElement().satisfies(post -> assertThat(post.body())
                    .contains("\"invoice\":\"invoice:i\""));
        }
    }

    @Test
    void only_one_state_of_dunning_is_listed_on_a_day() {
        var told =
                "{\"items\":[{\"number\":\"DE-1\",\"dunning\":\"DUE\"},{\"number\":\"DE-2\",\"dunning\":\"OVERDUE\"}],"
                        + "\"balances\":[]}";
        try (var api = new StubApi(_ -> new Told(200, 0, told))) {
            var ended = api.run("receivables", "list", "--on", "2026-05-01", "--dunning", "overdue", "--json");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("DE-2").doesNotContain("DE-1");
            assertThat(api.run("receivables", "list", "--dunning", "OVERDUE").code())
                    .as("of which day")
                    .isEqualTo(ExitCode.USAGE.code());
            assertThat(api.run("receivables", "list", "--on", "2026-05-01", "--dunning", "LATE")
                            .code())
                    .isEqualTo(ExitCode.USAGE.code());
        }
    }

    @Test
    void a_dispute_is_noted_and_the_invoice_shown() {
        try (var api = new StubApi(asked -> new Told(
                200,
                9,
                asked.method().equals("POST")
                        ? "{\"id\":\"invoice:i\",\"position\":9}"
                        : "{\"invoice\":{\"number\":\"DE-1\",\"status\":\"posted\"}}"))) {
            var ended = api.run("receivables", "dispute", "invoice:i", "--reason", "hours", "--on", "2026-03-20");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("DE-1", "posted");
            assertThat(api.posts()).singleElement().satisfies(post -> {
                assertThat(post.target()).isEqualTo("/v1/invoices/invoice%3Ai/dispute");
                assertThat(post.body()).contains("\"hours\"", "\"2026-03-20\"");
            });
            assertThat(api.asked.getLast().target()).isEqualTo("/v1/invoices/invoice%3Ai?at-least=9");
            assertThat(api.run("receivables", "settle", "invoice:i", "--reason", "paid", "--on", "2026-03-21")
                            .code())
                    .isZero();
            assertThat(api.posts().getLast().target()).isEqualTo("/v1/invoices/invoice%3Ai/dispute/settlement");
        }
    }

    @Test
    void money_of_nobody_yet_is_listed() {
        var told =
                "{\"items\":[],\"balances\":[],\"ofNobody\":[{\"receiptId\":\"receipt:r\",\"leftAmount\":\"7.00\"}]}";
        try (var api = new StubApi(_ -> new Told(200, 0, told))) {
            assertThat(api.run("receivables", "list").out()).contains("whose it is", "receipt:r", "7.00");
        }
    }

    @Test
    void a_day_and_a_reason_must_be_given() {
        try (var api = new StubApi(_ -> new Told(200, 0, ""))) {
            assertThat(api.run("receivables", "send-back", "receipt:r", "--reason", "no funds")
                            .code())
                    .isEqualTo(ExitCode.USAGE.code());
            assertThat(api.run("receivables", "unapply", "receipt:r", "a", "--on", "2026-03-11")
                            .code())
                    .isEqualTo(ExitCode.USAGE.code());
            assertThat(api.asked).isEmpty();
        }
    }
}
