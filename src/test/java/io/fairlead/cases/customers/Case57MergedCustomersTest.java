package io.fairlead.cases.customers;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.testing.CommandLineRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 57: two customers that are one are merged; both histories stay, and figures count for the one that lives on. */
@ExtendWith(CaseStack.class)
class Case57MergedCustomersTest {

    @Test
    void receivables_credits_and_unbilled_work_follow_and_histories_stay(Firm firm) {
        opened(firm);
        var old = billed(firm, "old", "2026-01-20");
        var own = billed(firm, "work", "2026-01-21");
        firm.approvedTime("ana", "old", "2026-02-03", 1_800);
        assertThat(balance(firm, "twin")).isEqualTo("120.00");
        assertThat(balance(firm, "buyer")).isEqualTo("120.00");

        merge(firm);

        assertThat(balance(firm, "buyer")).isEqualTo("240.00");
        assertThat(balance(firm, "twin")).as("asked by its former name").isEqualTo("240.00");
        assertThat(receivables(firm, "buyer").path("items").valueStream().map(item -> item.path("customerId")
                        .asString()))
                .as("a document keeps whom it was written to")
                .containsExactlyInAnyOrder("customer:" + firm.id("twin"), "customer:" + firm.id("buyer"));
        assertThat(firm.get("/v1/receivables/statement?customer=" + firm.id("buyer"))
                        .path("lines"))
                .hasSize(2);
        assertThat(firm.get("/v1/invoices?customer=" + firm.id("buyer")).path("items"))
                .hasSize(2);
        assertThat(firm.get("/v1/contracts?customer=" + firm.id("buyer")).path("items"))
                .hasSize(2);
        assertThat(firm.get("/v1/views/unbilled?by=customer&customer=" + firm.id("buyer"))
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("id").asString() + " " + told(row.path("unbilled"))))
                .containsExactly("customer:" + firm.id("buyer") + " 50.00");
        assertThat(firm.get("/v1/customers/" + firm.id("twin"))
                        .path("mergedInto")
                        .asString())
                .isEqualTo("customer:" + firm.id("buyer"));
        assertThat(firm.get("/v1/customers/" + firm.id("buyer") + "/detail")
                        .path("merged")
                        .path(0)
                        .asString())
                .isEqualTo("customer:" + firm.id("twin"));
        firm.provedRight(old, own);
    }

    @Test
    void what_is_owed_to_the_one_that_went_pays_an_invoice_of_the_one_that_lives_on(Firm firm) {
        opened(firm);
        var old = billed(firm, "old", "2026-01-20");
        var own = billed(firm, "work", "2026-01-21");
        firm.post("/v1/payments", payment(firm, old, "120.00"));
        firm.settled();
        var note = firm.credit(
                        old, "2026-03-02", List.of(of("lineNo", 1, "amount", "25.00", "disposition", "WRITE_OFF")))
                .path("creditNote")
                .path("creditNoteId")
                .asString();
        var assignment = of("id", firm.id("a1"), "invoice", own, "amount", "30.00", "valueDate", "2026-03-03");
        assertThat(firm.refusal("biller", "/v1/owed-credits/" + note + "/assignments", assignment))
                .isEqualTo("K-13");

        merge(firm);
        firm.as("biller", "/v1/owed-credits/" + note + "/assignments", assignment);
        firm.settled();

        assertThat(told(firm.get("/v1/invoices/" + own).path("invoice").path("open")))
                .isEqualTo("90.00");
        assertThat(balance(firm, "buyer")).isEqualTo("90.00");
        firm.provedRight(old, note, own);
    }

    @Test
    void what_was_agreed_with_the_one_that_went_is_billed_to_the_one_that_lives_on(Firm firm) {
        opened(firm);
        merge(firm);
        firm.approvedTime("ana", "old", "2026-02-03", 1_800);

        var draft = firm.bill("2026-02-28").getFirst();
        assertThat(draft.path("customerId").asString()).isEqualTo("customer:" + firm.id("buyer"));
        var invoice = firm.issue(draft.path("invoiceId").asString()).path("invoice");
        assertThat(invoice.path("customerId").asString()).isEqualTo("customer:" + firm.id("buyer"));
        assertThat(told(invoice.path("gross"))).isEqualTo("60.00");
        firm.provedRight(draft.path("invoiceId").asString());
    }

    @Test
    void commands_about_the_one_that_went_name_the_one_that_lives_on_and_deals_follow_it(Firm firm) {
        opened(firm);
        firm.post(
                "/v1/customers/" + firm.id("twin") + "/changes",
                of("from", "2025-01-01", "aliasesAdded", List.of(firm.id("001T"))));
        merge(firm);
        var twin = "/v1/customers/" + firm.id("twin");

        var refused = firm.refused("admin", twin + "/changes", of("from", "2026-03-01", "name", "Other"));
        assertThat(refused.get("code")).isEqualTo("P-04");
        assertThat(refused.toString()).contains("customer:" + firm.id("buyer"));
        var profile = of("taxCategory", "AE");
        profile.put("taxId", null);
        assertThat(firm.refusal("admin", twin + "/tax-profile", profile)).isEqualTo("P-04");
        assertThat(firm.refusal("admin", twin + "/merge", of("into", firm.id("third"), "reason", "no")))
                .isEqualTo("P-04");
        assertThat(firm.refusal(
                        "admin",
                        "/v1/customers/" + firm.id("buyer") + "/merge",
                        of("into", firm.id("twin"), "reason", "back")))
                .isEqualTo("P-05");
        assertThat(firm.refusal(
                        "admin",
                        "/v1/customers/" + firm.id("buyer") + "/merge",
                        of("into", firm.id("nobody"), "reason", "no")))
                .isEqualTo("P-05");
        assertThat(firm.refusal("admin", "/v1/contracts", contract(firm, "new", "twin")))
                .isEqualTo("P-04");
        firm.post(twin + "/merge", of("into", firm.id("buyer"), "reason", "registered twice"));

        deal(firm, "by-alias", firm.id("001T"));
        deal(firm, "by-code", firm.id("twin"));
        firm.settled();
        for (var deal : List.of("by-alias", "by-code")) {
            assertThat(firm.get("/v1/contracts/" + firm.id(deal))
                            .path("contract")
                            .path("customerId")
                            .asString())
                    .as(deal)
                    .isEqualTo("customer:" + firm.id("buyer"));
        }
    }

    @Test
    void the_command_line_tells_what_is_open_before_it_merges(Firm firm, CaseStack.Stack stack) {
        opened(firm);
        var _ = billed(firm, "old", "2026-01-20");
        var into = firm.id("buyer");
        var twin = firm.id("twin");

        var dry = CommandLineRun.at(
                stack.base(), "customers", "merge", twin, "--into", into, "--reason", "twice", "--dry-run");
        assertThat(dry.exitCode()).as(dry.errors()).isZero();
        assertThat(dry.output()).contains("would be merged into customer:" + into, "120.00");
        assertThat(balance(firm, "buyer")).isEqualTo("none");
        assertThat(CommandLineRun.at(
                                stack.base(),
                                "customers",
                                "merge",
                                twin,
                                "--into",
                                firm.id("nobody"),
                                "--reason",
                                "twice",
                                "--dry-run")
                        .errors())
                .contains("P-05");

        var run = CommandLineRun.at(
                stack.base(), "customers", "merge", twin, "--into", into, "--reason", "twice", "--as", "kim", "--json");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        firm.settled();
        assertThat(balance(firm, "buyer")).isEqualTo("120.00");
    }

    /** Buyers {@code buyer} and {@code twin}, with contracts {@code work} and {@code old} at 100 by the hour. */
    private static void opened(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .customer("twin", "EUR")
                .customer("third", "EUR")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.post("/v1/contracts", contract(firm, "old", "twin"));
        firm.settled();
        var _ = firm.project("old", "old");
    }

    private static java.util.Map<String, Object> contract(Firm firm, String name, String customer) {
        return of(
                "id",
                firm.id(name),
                "legalEntity",
                firm.id("firm"),
                "customer",
                firm.id(customer),
                "name",
                "Contract " + name,
                "currency",
                "EUR",
                "signedOn",
                "2026-01-01",
                "termFrom",
                "2026-01-01",
                "lines",
                List.of(line(1, "TIME_AND_MATERIALS")));
    }

    private static void merge(Firm firm) {
        firm.settled();
        firm.post(
                "/v1/customers/" + firm.id("twin") + "/merge",
                of("into", firm.id("buyer"), "reason", "registered twice"));
        firm.settled();
    }

    private static void deal(Firm firm, String name, String account) {
        firm.post(
                "/v1/opportunities",
                of(
                        "id",
                        firm.id(name),
                        "source",
                        "salesforce",
                        "sourceId",
                        firm.id("006-" + name),
                        "name",
                        "Won",
                        "account",
                        account,
                        "amount",
                        "500.00",
                        "closeDate",
                        "2026-03-01",
                        "billingMethod",
                        "TIME_AND_MATERIALS",
                        "taxCategory",
                        "S"));
    }

    private static String billed(Firm firm, String project, String day) {
        firm.approvedTime("ana", project, day, 3_600);
        var invoice = firm.bill(day).getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    private static java.util.Map<String, Object> payment(Firm firm, String invoice, String amount) {
        return of(
                "id",
                firm.id("p1"),
                "source",
                "bank",
                "sourceId",
                firm.id("p1"),
                "invoice",
                invoice,
                "amount",
                amount,
                "currency",
                "EUR",
                "valueDate",
                "2026-02-20");
    }

    private static JsonNode receivables(Firm firm, String customer) {
        return firm.get("/v1/receivables?customer=" + firm.id(customer));
    }

    private static String balance(Firm firm, String customer) {
        var balances = receivables(firm, customer).path("balances");
        assertThat(balances.size()).isLessThanOrEqualTo(1);
        return balances.isEmpty() ? "none" : told(balances.path(0).path("balance"));
    }

    private static String told(JsonNode amount) {
        return amount(amount).setScale(2).toPlainString();
    }
}
