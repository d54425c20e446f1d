package io.fairlead.cases.tax;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.Firm.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 23: a line whose contract sets no tax category has that of the buyer's profile on the day of service. */
@ExtendWith(CaseStack.class)
class Case23TaxProfileTest {

    @Test
    void work_is_billed_again_by_the_profile_that_holds_by_then(Firm firm) {
        opened(firm, null);
        firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        var first =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
        assertThat(taxes(first)).containsExactly("S 20 % of 1000.00 = 200.00");

        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/tax-profile",
                of("taxId", "DE987654321", "taxCategory", "AE", "from", "2026-03-01"));
        var id = first.path("invoice").path("invoiceId").asString();
        firm.credit(id, "2026-04-02", List.of(creditOf(1, null, "REOPEN")));
        var again =
                firm.issue(firm.bill("2026-04-30").getFirst().path("invoiceId").asString());

        assertThat(taxes(again)).containsExactly("AE 0 % of 1000.00 = 0.00");
        assertThat(again.path("taxes").path(0).path("reason").asString()).isEqualTo("law");
        assertThat(amount(again.path("invoice").path("gross"))).isEqualByComparingTo("1000.00");
        firm.provedRight(id, again.path("invoice").path("invoiceId").asString());
    }

    @Test
    void each_day_has_the_profile_that_held_on_it(Firm firm) {
        opened(firm, null);
        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/tax-profile",
                of("taxId", "DE987654321", "taxCategory", "AE", "from", "2026-03-11"));
        firm.approvedTime("ana", "work", "2026-03-10", 18_000);
        firm.approvedTime("ana", "work", "2026-03-11", 18_000);

        var invoice =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());

        assertThat(taxes(invoice)).containsExactly("AE 0 % of 500.00 = 0.00", "S 20 % of 500.00 = 100.00");
    }

    @Test
    void what_the_contract_sets_goes_before_the_profile(Firm firm) {
        opened(firm, "S");
        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/tax-profile",
                of("taxId", "DE987654321", "taxCategory", "AE", "from", "2026-01-01"));
        firm.approvedTime("ana", "work", "2026-03-10", 36_000);

        var invoice =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());

        assertThat(taxes(invoice)).containsExactly("S 20 % of 1000.00 = 200.00");
    }

    @Test
    void what_was_paid_ahead_keeps_the_category_that_it_was_billed_with(Firm firm) {
        opened(firm, "RETAINER", null);
        firm.post(
                "/v1/projects/" + firm.id("work") + "/instalments",
                of("instalments", List.of(of("description", "Ahead", "amount", "600.00", "dueOn", "2026-02-10"))));
        var ahead =
                firm.issue(firm.bill("2026-02-28").getFirst().path("invoiceId").asString());
        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/tax-profile",
                of("taxId", "DE987654321", "taxCategory", "AE", "from", "2026-03-01"));
        firm.approvedTime("ana", "work", "2026-03-10", 18_000);

        var work =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());

        assertThat(taxes(ahead)).containsExactly("S 20 % of 600.00 = 120.00");
        assertThat(taxes(work)).containsExactly("AE 0 % of 500.00 = 0.00", "S 20 % of -500.00 = -100.00");
        firm.provedRight(work.path("invoice").path("invoiceId").asString());
    }

    private static void opened(Firm firm, @Nullable String category) {
        opened(firm, "TIME_AND_MATERIALS", category);
    }

    private static void opened(Firm firm, String method, @Nullable String category) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.taxRate("AE", "0", "2021-01-01", null);
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(of("lineNo", 1, "description", "Line 1", "method", method, "taxCategory", category)));
    }
}
