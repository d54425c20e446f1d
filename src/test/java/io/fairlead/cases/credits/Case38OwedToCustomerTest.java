package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.open;
import static io.fairlead.cases.credits.CreditSteps.refusal;
import static io.fairlead.cases.credits.CreditSteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Case 38: what is credited of a paid invoice stands open to the customer, until it is set against others or paid out, in
 * parts.
 */
@ExtendWith(CaseStack.class)
class Case38OwedToCustomerTest {

    @Test
    void a_credit_of_a_paid_invoice_is_owed_to_the_customer(Firm firm) {
        var invoice = paid(firm);

        var note = credited(firm, invoice);

        assertThat(balance(firm)).containsExactly("0.00", "29.75", "-29.75");
        assertThat(receivables(firm).path("items")).singleElement().satisfies(item -> {
            assertThat(item.path("documentId").asString()).isEqualTo(note);
            assertThat(told(item.path("open"))).isEqualTo("-29.75");
        });
        assertThat(statement(firm)).containsExactly("issued 119.00", "applied -119.00", "credited -29.75");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("open");
        assertThat(told(item(firm, note).path("amount"))).isEqualTo("29.75");
        firm.provedRight(invoice, note);
    }

    @Test
    void it_is_set_against_another_invoice_and_paid_out_in_parts(Firm firm) {
        var invoice = paid(firm);
        var note = credited(firm, invoice);
        var next = CreditSteps.billed(firm, "2026-03-10", 3_600);

        assign(firm, note, "a1", next, "20.00");
        assertThat(open(firm, next)).isEqualTo("99.00");
        assertThat(balance(firm)).containsExactly("99.00", "9.75", "89.25");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("open");
        assertThat(refusal(firm, "cfo", path(note, "refunds"), refund(firm, "r0", "9.76")))
                .startsWith("K-12");

        firm.as("cfo", path(note, "refunds"), refund(firm, "r1", "5.00"));
        firm.as("cfo", path(note, "refunds"), refund(firm, "r1", "5.00"));
        firm.as("cfo", path(note, "refunds"), refund(firm, "r2", null));
        firm.settled();

        assertThat(balance(firm)).containsExactly("99.00", "0.00", "99.00");
        assertThat(statement(firm))
                .containsExactly(
                        "issued 119.00",
                        "applied -119.00",
                        "credited -29.75",
                        "issued 119.00",
                        "set against -20.00",
                        "set off 20.00",
                        "paid out 5.00",
                        "paid out 4.75");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("resolved");
        assertThat(firm.get("/v1/deliveries?subject=" + note)
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("kind").asString().equals("PAY_OUT"))
                        .map(each -> each.path("state").asString() + " " + told(each.path("amount"))))
                .as("the ERP keeps both refunds")
                .containsExactlyInAnyOrder("CONFIRMED 5.00", "CONFIRMED 4.75");
        firm.post("/v1/payments", payment(firm, "p2", next, "99.00"));
        firm.settled();
        assertThat(firm.get("/v1/invoices/" + next)
                        .path("invoice")
                        .path("status")
                        .asString())
                .isEqualTo("paid");
        assertThat(receivables(firm).path("items")).isEmpty();
        firm.provedRight(invoice, note, next);
    }

    @Test
    void it_pays_an_invoice_whole_and_what_does_not_fit_stays_owed(Firm firm) {
        var invoice = paid(firm);
        var note = CreditSteps.idOf(CreditSteps.creditAll(firm, invoice, "WRITE_OFF"));
        var small = CreditSteps.billed(firm, "2026-03-10", 900);

        assign(firm, note, "a1", small, "100.00");
        assertThat(open(firm, small)).as("29.75 are open, not 100.00").isEqualTo("29.75");
        assertThat(balance(firm)).containsExactly("29.75", "119.00", "-89.25");

        assign(firm, note, "a2", small, "29.75");
        assertThat(firm.get("/v1/invoices/" + small)
                        .path("invoice")
                        .path("status")
                        .asString())
                .isEqualTo("paid");
        assertThat(balance(firm)).containsExactly("0.00", "89.25", "-89.25");
        firm.provedRight(invoice, note, small);
    }

    @Test
    void it_is_not_set_against_what_it_came_from_nor_paid_out_by_who_asked_for_the_credit(Firm firm) {
        var invoice = paid(firm);
        var note = credited(firm, invoice);

        assertThat(refusal(firm, "biller", path(note, "assignments"), assignment(firm, "a1", invoice, "1.00")))
                .startsWith("K-13");
        assertThat(refusal(firm, "biller", path(note, "refunds"), refund(firm, "r1", null)))
                .startsWith("K-14");
        assertThat(balance(firm)).containsExactly("0.00", "29.75", "-29.75");
    }

    /** An hour at 100, 119.00 with tax, paid in full. */
    private static String paid(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.19")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var invoice = CreditSteps.billed(firm, "2026-02-17", 3_600);
        firm.post("/v1/payments", payment(firm, "p1", invoice, "119.00"));
        firm.settled();
        return invoice;
    }

    private static java.util.Map<String, Object> payment(Firm firm, String id, String invoice, String amount) {
        return of(
                "id",
                firm.id(id),
                "source",
                "bank",
                "sourceId",
                firm.id(id),
                "invoice",
                invoice,
                "amount",
                amount,
                "currency",
                "EUR",
                "valueDate",
                "2026-03-01");
    }

    private static String credited(Firm firm, String invoice) {
        return CreditSteps.idOf(firm.credit(
                invoice, "2026-03-02", List.of(of("lineNo", 1, "amount", "25.00", "disposition", "WRITE_OFF"))));
    }

    private static void assign(Firm firm, String note, String id, String invoice, String amount) {
        firm.as("biller", path(note, "assignments"), assignment(firm, id, invoice, amount));
        firm.settled();
    }

    private static java.util.Map<String, Object> assignment(Firm firm, String id, String invoice, String amount) {
        return of("id", firm.id(id), "invoice", invoice, "amount", amount, "valueDate", "2026-03-11");
    }

    private static java.util.Map<String, Object> refund(
            Firm firm, String id, @org.jspecify.annotations.Nullable String amount) {
        return of("id", firm.id(id), "amount", amount, "valueDate", "2026-03-12", "reason", "asked for");
    }

    private static String path(String note, String what) {
        return "/v1/owed-credits/" + note + "/" + what;
    }

    private static JsonNode receivables(Firm firm) {
        return firm.get("/v1/receivables?customer=" + firm.id("buyer"));
    }

    private static List<String> balance(Firm firm) {
        var balance = receivables(firm).path("balances").path(0);
        return List.of("owed", "owedToCustomer", "balance").stream()
                .map(name -> told(balance.path(name)))
                .toList();
    }

    private static List<String> statement(Firm firm) {
        return firm.get("/v1/receivables/statement?customer=" + firm.id("buyer"))
                .path("lines")
                .valueStream()
                .map(line -> line.path("kind").asString() + " " + told(line.path("amount")))
                .toList();
    }

    private static JsonNode item(Firm firm, String note) {
        return firm.get("/v1/exceptions?code=CREDIT_OWED&subject=" + note)
                .path("items")
                .path(0);
    }
}
