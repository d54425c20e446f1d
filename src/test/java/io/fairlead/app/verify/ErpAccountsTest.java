package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fairlead.app.verify.invariant.ErpAccountsAgree;
import io.fairlead.app.verify.invariant.ErpAccountsAgree.Account;
import io.fairlead.app.verify.invariant.ErpLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts of the ERP that are not those of the open items are seen. */
class ErpAccountsTest {

    private static final Account ACME = new Account("customer:acme", "de", "EUR");
    private static final Account DOLLARS = new Account("customer:acme", "de", "USD");

    @Test
    void the_same_by_both_is_right_and_who_says_nothing_says_0() {
        var finding = ErpAccountsAgree.compare(
                Map.of(ACME, amount("119.0000"), DOLLARS, amount("0")), Map.of(ACME, amount("119")), Set.of());
        assertThat(finding.failed()).isZero();
        assertThat(finding.examined()).isEqualTo(2);
    }

    @Test
    void a_cent_of_difference_is_seen() {
        var finding = ErpAccountsAgree.compare(Map.of(ACME, amount("119")), Map.of(ACME, amount("118.99")), Set.of());
        assertThat(finding.examples())
                .containsExactly("customer:acme owes de 119 EUR, the ERP has 118.99, and no delivery is open");
    }

    @Test
    void an_account_that_one_of_both_lacks_is_seen() {
        assertThat(ErpAccountsAgree.compare(Map.of(ACME, amount("1")), Map.of(), Set.of())
                        .failed())
                .isEqualTo(1);
        assertThat(ErpAccountsAgree.compare(Map.of(), Map.of(DOLLARS, amount("-1")), Set.of())
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void what_is_under_way_is_a_note() {
        var finding = ErpAccountsAgree.compare(Map.of(ACME, amount("119")), Map.of(), Set.of(ACME));
        assertThat(finding.failed()).isZero();
        assertThat(finding.notes()).hasSize(1);
    }

    @Test
    void an_erp_that_cannot_be_asked_is_no_proof() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "{\"documents\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var ledger = new ErpLedger(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "");
        assertThatThrownBy(ledger::accounts).hasMessageContaining("tells no accounts");
        server.stop(0);
        assertThatThrownBy(ledger::accounts).hasMessageContaining("does not answer");
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
