package io.fairlead.cases.customers;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.ErpBooks;
import io.fairlead.cases.Firm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 58: what the ERP refuses is returned, mended and posted; what is refused again is told again. */
@ExtendWith(CaseStack.class)
class Case58ReturnedInvoiceTest {

    @Test
    void a_returned_invoice_takes_the_order_that_was_missing_and_is_posted(Firm firm) {
        mended(firm, null);
    }

    @Test
    void it_takes_an_order_that_sets_a_limit_too(Firm firm) {
        mended(firm, "5000.00");
    }

    private static void mended(Firm firm, @Nullable String limit) {
        var invoice = refused(firm, null);
        assertThat(item(firm, invoice).path("sentence").asString()).contains("PO_MISSING");

        returned(firm, invoice);
        assertThat(item(firm, invoice).path("status").asString()).isEqualTo("resolved");
        order(firm, "PO-9", limit);
        var posted = firm.issue(invoice).path("invoice");

        assertThat(posted.path("poNumber").asString()).isEqualTo("PO-9");
        assertThat(told(posted.path("gross"))).isEqualTo("120.00");
        assertThat(new String(firm.download("/v1/invoices/" + invoice + "/ubl"), StandardCharsets.UTF_8))
                .contains("PO-9");
        firm.provedRight(invoice);
    }

    @Test
    void refused_again_it_is_told_again_as_a_new_work_item(Firm firm) {
        var invoice = refused(firm, null);
        returned(firm, invoice);

        approve(firm, invoice);

        assertThat(status(firm, invoice)).isEqualTo("refused");
        assertThat(item(firm, invoice).path("status").asString()).isEqualTo("open");
        assertThat(item(firm, invoice).path("occurrence").asInt()).isEqualTo(2);
        returned(firm, invoice);
        order(firm, "PO-9", null);
        firm.issue(invoice);
        assertThat(item(firm, invoice).path("status").asString()).isEqualTo("resolved");
        firm.provedRight(invoice);
    }

    @Test
    void a_limited_contract_counts_the_invoice_for_the_order_that_came_later(Firm firm) {
        var invoice = refused(firm, "1000.00");
        returned(firm, invoice);
        order(firm, "PO-9", "5000.00");
        firm.issue(invoice);
        firm.settled();

        var limits = firm.get("/v1/contracts/" + firm.id("work") + "/funding").path("items");
        assertThat(limits.valueStream()
                        .map(limit -> limit.path("kind").asString() + " " + told(limit.path("billed")) + " "
                                + told(limit.path("drafted"))))
                .containsExactlyInAnyOrder("CONTRACT 100.00 0.00", "PO 100.00 0.00");
        firm.provedRight(invoice);
    }

    @Test
    void a_refused_delivery_goes_out_again_after_the_cure_and_is_told_again_when_it_is_refused_again(
            Firm firm, CaseStack.Stack stack) {
        var erp = new ErpBooks(stack, firm);
        opened(firm, null, false);
        firm.approvedTime("ana", "work", "2026-02-17", 3_600);
        var invoice = firm.bill("2026-02-28").getFirst().path("invoiceId").asString();
        erp.close("2026-02");
        approve(firm, invoice);
        assertThat(item(firm, invoice).path("occurrence").asInt()).isEqualTo(1);

        firm.as("kim", "/v1/deliveries/" + invoice + "/retry", of());
        firm.settled();
        assertThat(status(firm, invoice)).isEqualTo("refused");
        assertThat(item(firm, invoice).path("occurrence").asInt()).isEqualTo(2);

        erp.open("2026-02");
        firm.as("kim", "/v1/deliveries/" + invoice + "/retry", of());
        firm.settled();
        assertThat(status(firm, invoice)).isEqualTo("posted");
        firm.provedRight(invoice);
    }

    @Test
    void a_date_of_issue_that_must_move_is_told_and_asked_for_before_it_happens(Firm firm) {
        opened(firm, null, false);
        firm.approvedTime("ana", "work", "2026-02-17", 3_600);
        var first = firm.bill("2026-02-17", "2026-02-20")
                .getFirst()
                .path("invoiceId")
                .asString();
        firm.approvedTime("ana", "work", "2026-02-18", 3_600);
        var second = firm.bill("2026-02-28", "2026-03-05")
                .getFirst()
                .path("invoiceId")
                .asString();
        firm.issue(second);

        var refused = firm.refused("approver", "/v1/invoices/" + first + "/approval", of());
        assertThat(refused.get("code")).isEqualTo("N-02");
        assertThat(refused.toString()).contains("2026-03-05", "2026-02-20");
        assertThat(status(firm, first)).isEqualTo("drafted");
        assertThat(firm.refusal("approver", "/v1/invoices/" + first + "/approval", of("issueDate", "2026-03-01")))
                .isEqualTo("N-02");

        firm.as("approver", "/v1/invoices/" + first + "/approval", of("issueDate", "2026-03-05"));
        firm.settled();
        var invoice = firm.get("/v1/invoices/" + first).path("invoice");
        assertThat(invoice.path("status").asString()).isEqualTo("posted");
        assertThat(invoice.path("issueDate").asString()).isEqualTo("2026-03-05");
        assertThat(invoice.path("dueDate").asString()).isEqualTo("2026-04-04");
        firm.provedRight(first, second);
    }

    /** A buyer that pays only with an order, and a contract that does not say so. */
    private static void opened(Firm firm, @Nullable String limit, boolean wantsOrders) {
        firm.opens("EUR", "Europe/Berlin", "0.20").sendsElectronically();
        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/changes",
                of("from", "2025-01-01", "poRequired", wantsOrders, "taxId", "DE987654321"));
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        limit == null ? null : of("limit", limit),
                        of("poRequired", false, "buyerReference", "04011000-12345-34"),
                        List.of(line(1, "TIME_AND_MATERIALS")));
    }

    /** An hour at 100 that the ERP refuses, since the buyer pays only with an order. */
    private static String refused(Firm firm, @Nullable String limit) {
        opened(firm, limit, true);
        firm.approvedTime("ana", "work", "2026-02-17", 3_600);
        var invoice = firm.bill("2026-02-28").getFirst().path("invoiceId").asString();
        approve(firm, invoice);
        assertThat(status(firm, invoice)).isEqualTo("refused");
        return invoice;
    }

    private static void approve(Firm firm, String invoice) {
        firm.as("approver", "/v1/invoices/" + invoice + "/approval", of());
        firm.settled();
    }

    private static void returned(Firm firm, String invoice) {
        firm.as("biller", "/v1/invoices/" + invoice + "/return", of("reason", "its order is missing"));
        firm.settled();
    }

    private static void order(Firm firm, String number, @Nullable String limit) {
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/purchase-order",
                of("poNumber", number, "receivedOn", "2026-03-01", "amount", limit));
        firm.settled();
    }

    private static String status(Firm firm, String invoice) {
        return firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("status")
                .asString();
    }

    private static JsonNode item(Firm firm, String invoice) {
        return firm.get("/v1/exceptions?code=POSTING_REFUSED&subject=" + invoice)
                .path("items")
                .path(0);
    }

    private static String told(JsonNode amount) {
        return amount(amount).setScale(2).toPlainString();
    }
}
