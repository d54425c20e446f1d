package io.fairlead.cases.customers;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.testing.CommandLineRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case 57: what a contract does not say it takes from its customer, and a customer changes from a day on. */
@ExtendWith(CaseStack.class)
class Case57ChangedCustomerTest {

    @Test
    void a_contract_that_says_nothing_takes_terms_of_the_day_it_is_signed_by_every_door(Firm firm) {
        opened(firm);
        change(firm, of("from", "2025-06-01", "paymentTermsDays", 14, "poRequired", true, "buyerReference", "cc 7"));
        change(firm, of("from", "2026-02-01", "paymentTermsDays", 7, "poRequired", false, "buyerReference", ""));

        contract(firm, "silent", "2026-01-15", of());
        contract(firm, "later", "2026-02-01", of());
        contract(firm, "own", "2026-01-15", of("paymentTermsDays", 60, "poRequired", false, "buyerReference", ""));
        firm.post(
                "/v1/opportunities",
                of(
                        "id",
                        firm.id("deal"),
                        "source",
                        "salesforce",
                        "sourceId",
                        firm.id("006"),
                        "name",
                        "Won",
                        "account",
                        firm.id("buyer"),
                        "amount",
                        "500.00",
                        "closeDate",
                        "2026-01-20",
                        "billingMethod",
                        "TIME_AND_MATERIALS",
                        "taxCategory",
                        "S"));
        firm.settled();

        assertThat(terms(firm, "silent")).isEqualTo("14 true cc 7");
        assertThat(terms(firm, "later")).isEqualTo("7 false none");
        assertThat(terms(firm, "own")).isEqualTo("60 false none");
        assertThat(terms(firm, "deal")).isEqualTo("14 true cc 7");
        contract(firm, "silent", "2026-01-15", of()); // Said again, it is no other contract.
        assertThat(terms(firm, "silent")).isEqualTo("14 true cc 7");
        assertThat(firm.refusal(
                        "admin",
                        "/v1/contracts",
                        body(firm, "nobody", "2026-01-15", of("customer", firm.id("nobody")))))
                .isEqualTo("CUSTOMER_UNKNOWN");
    }

    @Test
    void documents_print_what_holds_on_their_day_and_keep_what_they_showed(Firm firm) {
        opened(firm);
        firm.sendsElectronically();
        contract(firm, "work", "2026-01-01", of("buyerReference", "04011000-12345-34"));
        var _ = firm.project("work", "work");
        var january = billed(firm, "2026-01-20");
        var before = ubl(firm, january);

        change(
                firm,
                of(
                        "from",
                        "2026-02-01",
                        "name",
                        "Buyer SE",
                        "street",
                        "Kai 2",
                        "taxId",
                        "DE111111111",
                        "endpoint",
                        of("scheme", "0204", "id", "991-12345-67")));
        var february = billed(firm, "2026-02-20");

        assertThat(ubl(firm, january)).isEqualTo(before).contains("Buyer buyer", "Market St. 1", "DE987654321");
        assertThat(ubl(firm, february))
                .contains("Buyer SE", "Kai 2", "Berlin", "10115", "DE111111111", "991-12345-67")
                .doesNotContain("Market St. 1");
        assertThat(shown(firm, "2026-01-31").path("name").asString()).isEqualTo("Buyer buyer");
        assertThat(shown(firm, "2026-02-01").path("name").asString()).isEqualTo("Buyer SE");
        assertThat(shown(firm, "2026-02-01").path("city").asString())
                .as("what is not told stays")
                .isEqualTo("Berlin");
        assertThat(firm.get("/v1/deliveries?subject=customer:" + firm.id("buyer"))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("state").asString()))
                .as("the ERP knows each change")
                .containsOnly("CONFIRMED")
                .hasSizeGreaterThanOrEqualTo(2);
        firm.provedRight(january, february);
    }

    @Test
    void names_of_the_crm_mean_a_customer_from_a_day_on(Firm firm) {
        opened(firm);
        change(firm, of("from", "2026-02-01", "aliasesAdded", List.of(firm.id("001B"))));
        deal(firm, "early", "001B", "2026-01-31");
        deal(firm, "late", "001B", "2026-02-01");
        firm.settled();

        assertThat(firm.get("/v1/exceptions?code=CUSTOMER_UNKNOWN&subject=deal:" + firm.id("early"))
                        .path("items"))
                .hasSize(1);
        assertThat(terms(firm, "late")).startsWith("30 ");
        assertThat(firm.refusal(
                        "admin",
                        "/v1/customers/" + firm.id("buyer") + "/changes",
                        of("from", "2026-03-01", "aliasesRemoved", List.of("never"))))
                .isEqualTo("P-06");
    }

    @Test
    void the_command_line_shows_changes_before_it_makes_them(Firm firm, CaseStack.Stack stack) {
        opened(firm);
        change(firm, of("from", "2026-07-01", "name", "Buyer Group"));
        var buyer = firm.id("buyer");

        var dry = CommandLineRun.at(
                stack.base(),
                "customers",
                "change",
                buyer,
                "--from",
                "2026-04-01",
                "--name",
                "Buyer SE",
                "--dry-run",
                "--json");
        assertThat(dry.exitCode()).as(dry.errors()).isZero();
        var difference = json(dry).path("differences").path(0);
        assertThat(List.of("field", "before", "after", "until").stream()
                        .map(field -> difference.path(field).asString()))
                .containsExactly("name", "Buyer buyer", "Buyer SE", "2026-07-01");
        assertThat(shown(firm, "2026-04-01").path("name").asString()).isEqualTo("Buyer buyer");

        var run = CommandLineRun.at(
                stack.base(),
                "customers",
                "change",
                buyer,
                "--from",
                "2026-04-01",
                "--name",
                "Buyer SE",
                "--as",
                "kim");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        firm.settled();
        assertThat(shown(firm, "2026-04-01").path("name").asString()).isEqualTo("Buyer SE");
        var show = CommandLineRun.at(stack.base(), "customers", "show", buyer, "--day", "2026-04-01");
        assertThat(show.exitCode()).as(show.errors()).isZero();
        assertThat(show.output()).contains("Buyer SE", "2026-07-01", "Buyer Group");
        assertThat(CommandLineRun.at(stack.base(), "customers", "show", firm.id("nobody"))
                        .exitCode())
                .isEqualTo(6);
    }

    private static void opened(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01");
        firm.post("/v1/customers/" + firm.id("buyer") + "/tax-profile", of("taxId", "DE987654321", "taxCategory", "S"));
    }

    private static void change(Firm firm, Map<String, Object> told) {
        firm.post("/v1/customers/" + firm.id("buyer") + "/changes", told);
        firm.settled();
    }

    private static void contract(Firm firm, String name, String signedOn, Map<String, Object> further) {
        firm.post("/v1/contracts", body(firm, name, signedOn, further));
        firm.settled();
    }

    private static Map<String, Object> body(Firm firm, String name, String signedOn, Map<String, Object> further) {
        var body = of(
                "id",
                firm.id(name),
                "legalEntity",
                firm.id("firm"),
                "customer",
                firm.id("buyer"),
                "name",
                "Contract " + name,
                "currency",
                "EUR",
                "signedOn",
                signedOn,
                "termFrom",
                signedOn,
                "lines",
                List.of(line(1, "TIME_AND_MATERIALS")));
        body.putAll(further);
        return body;
    }

    private static void deal(Firm firm, String name, String account, String closeDate) {
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
                        firm.id(account),
                        "amount",
                        "500.00",
                        "closeDate",
                        closeDate,
                        "billingMethod",
                        "TIME_AND_MATERIALS",
                        "taxCategory",
                        "S"));
    }

    private static String billed(Firm firm, String day) {
        firm.approvedTime("ana", "work", day, 3_600);
        var invoice = firm.bill(day).getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    private static String terms(Firm firm, String contract) {
        var signed = firm.get("/v1/contracts/" + firm.id(contract)).path("contract");
        return signed.path("paymentTermsDays").asString() + " "
                + signed.path("poRequired").asString() + " "
                + signed.path("buyerReference").asString("none");
    }

    private static JsonNode shown(Firm firm, String day) {
        return firm.get("/v1/customers/" + firm.id("buyer") + "?day=" + day);
    }

    private static String ubl(Firm firm, String invoice) {
        return new String(firm.download("/v1/invoices/" + invoice + "/ubl"), StandardCharsets.UTF_8);
    }

    private static JsonNode json(CommandLineRun run) {
        return JsonMapper.shared().readTree(run.output());
    }
}
