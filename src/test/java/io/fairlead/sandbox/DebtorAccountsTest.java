package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each debtor owes by the sandbox's own books, whatever moved it, each booking once and also after a restart. */
@SuppressWarnings("NullAway.Init")
class DebtorAccountsTest {

    private static final String INVOICE = "{'externalRef':'invoice-1','company':'DE01','customerRef':'customer-1',"
            + "'currency':'EUR','accountingDate':'2026-06-30','dueDate':'2026-07-30','lines':[{'description':'Work',"
            + "'quantity':'1','price':'100','net':'100','taxCategory':'S'}],'taxRows':[{'category':'S','rate':'0.19'}]}";
    private static final String POSTING =
            "{'number':'2026-1','issueDate':'2026-06-30','accountingDate':'2026-06-30','dueDate':'2026-07-30'}";

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private SandboxClient erp;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, directory);
        erp = new SandboxClient(sandbox.uri());
        customer("customer-1", 1, null);
        customer("customer-2", 1, null);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void customer(String ref, int version, @Nullable String mergedInto) {
        var body = "{'externalRef':'" + ref + "','version':" + version + ",'name':'Globex','currency':'EUR'"
                + (mergedInto == null ? "" : ",'mergedInto':'" + mergedInto + "'") + "}";
        if (version == 1) {
            erp.post("/customers", body);
        } else {
            var id = erp.get("/customers?externalRef=" + ref)
                    .path("documents")
                    .path(0)
                    .path("id")
                    .asString();
            assertThat(erp.call("PUT", "/customers/" + id, body).statusCode()).isEqualTo(200);
        }
    }

    private void posted() {
        var id = erp.post("/invoices", INVOICE).path("id").asString();
        erp.post("/invoices/" + id + "/posting", POSTING);
    }

    private static String booking(String ref, String what, @Nullable String customer, String amount) {
        return "{'externalRef':'" + ref + "','subjectRef':'receipt:1','what':'" + what + "'"
                + (customer == null ? "" : ",'customerRef':'" + customer + "'")
                + ",'company':'DE01','currency':'EUR','amount':'" + amount + "','accountingDate':'2026-07-10'}";
    }

    private List<String> accounts() {
        return erp.get("/ledger")
                .path("accounts")
                .valueStream()
                .map(account -> account.path("customerRef").asString("nobody") + " "
                        + account.path("balance").asString())
                .toList();
    }

    @Test
    void documents_payments_refunds_and_bookings_add_up_and_survive_a_restart() throws IOException {
        posted();
        assertThat(accounts()).containsExactly("customer-1 119.0000");
        erp.post("/payments", "{'externalRef':'p','invoice':'2026-1','amount':'19','valueDate':'2026-07-01'}");
        erp.post("/bookings", booking("b1", "MONEY_IN", "customer-1", "-110.00"));
        erp.post(
                "/refunds",
                "{'externalRef':'r','creditsRef':'receipt:1','customerRef':'customer-1','company':'DE01',"
                        + "'currency':'EUR','gross':'10','accountingDate':'2026-07-11'}");
        assertThat(accounts()).containsExactly("customer-1 0.0000");
        erp.post("/bookings", booking("b2", "CASH_DISCOUNT", "customer-1", "-2.38"));
        assertThat(accounts()).containsExactly("customer-1 -2.3800");
        stop();
        sandbox = Sandbox.start(0, directory);
        erp = new SandboxClient(sandbox.uri());
        assertThat(accounts()).containsExactly("customer-1 -2.3800");
    }

    @Test
    void a_booking_is_one_however_often_it_is_told_and_another_under_its_name_is_refused() {
        var told = booking("b1", "MONEY_IN", "customer-1", "-110.00");
        assertThat(erp.call("POST", "/bookings", told).statusCode()).isEqualTo(201);
        assertThat(erp.call("POST", "/bookings", told).statusCode()).isEqualTo(200);
        assertThat(accounts()).containsExactly("customer-1 -110.0000");
        assertThat(erp.call("POST", "/bookings", told.replace("110", "111")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void money_of_nobody_waits_apart_until_it_is_somebodys() {
        erp.post("/bookings", booking("b1", "MONEY_IN", null, "-50.00"));
        assertThat(accounts()).containsExactly("nobody -50.0000");
        erp.post("/bookings", booking("b2", "MONEY_ASSIGNED", "customer-2", "-50.00"));
        assertThat(accounts()).containsExactly("customer-2 -50.0000", "nobody 0.0000");
    }

    @Test
    void a_merged_debtor_owes_as_the_one_that_lives_on() {
        posted();
        customer("customer-1", 2, "customer-2");
        assertThat(accounts()).containsExactly("customer-2 119.0000");
    }
}
