package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.Firm.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 30: an expense counts within a limit of 100; what was paid on behalf of the customer stands outside, and outside of tax. */
@ExtendWith(CaseStack.class)
class Case30DisbursementsOutsideLimitsTest {

    @Test
    void an_expense_is_cut_at_the_limit_and_a_disbursement_billed_beside_it(Firm firm) {
        limitedTo100(firm);
        spent(firm, "hotel", "125.00", false);
        spent(firm, "court-fee", "40.00", true);

        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(1);
        var issued = firm.issue(drafts.getFirst().path("invoiceId").asString());
        var invoice = issued.path("invoice");
        assertThat(amount(invoice.path("net"))).isEqualByComparingTo("140.00");
        assertThat(amount(invoice.path("tax"))).isEqualByComparingTo("20.00");
        assertThat(amount(invoice.path("gross"))).isEqualByComparingTo("160.00");
        assertThat(taxes(issued)).containsExactlyInAnyOrder("S 20 % of 100.00 = 20.00", "O 0 % of 40.00 = 0.00");
        assertThat(firm.amounts("funding", "billed")).containsExactly("100.00");
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("25.00");
        assertThat(firm.bill("2026-03-31")).isEmpty();
        firm.provedRight(invoice.path("invoiceId").asString());
    }

    /** Credited and billed again, written off, or met by a limit that comes later: it asks for nothing. */
    @Test
    void it_stays_outside_when_it_is_credited_and_when_the_limit_comes_later(Firm firm) {
        opens(firm).contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        spent(firm, "court-fee", "40.00", true);
        var id = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        firm.issue(id);
        spent(firm, "stamp", "7.00", true);
        spent(firm, "hotel", "10.00", false);
        firm.settled();
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of(
                        "effectiveOn",
                        "2026-04-01",
                        "treatment",
                        "CATCH_UP",
                        "reason",
                        "a limit",
                        "lines",
                        List.of(of("lineNo", 1, "limit", "10.00"))));
        firm.settled();
        assertThat(firm.amounts("funding", "billed")).containsExactly("0.00");
        assertThat(firm.amounts("funding", "reserved")).containsExactly("10.00");

        firm.credit(id, "2026-04-02", List.of(creditOf(1, null, "REOPEN")));
        var again = firm.bill("2026-03-31");

        assertThat(again).hasSize(1);
        assertThat(amount(again.getFirst().path("net"))).isEqualByComparingTo("57.00");
        var issued = firm.issue(again.getFirst().path("invoiceId").asString());
        assertThat(firm.amounts("funding", "billed")).containsExactly("10.00");
        assertThat(firm.amounts("funding", "available")).containsExactly("0.00");
        assertThat(firm.amounts("over-limit", "overLimit")).isEmpty();
        firm.provedRight(id, issued.path("invoice").path("invoiceId").asString());
    }

    private static Firm opens(Firm firm) {
        var open = firm.opens("EUR", "Europe/Berlin", "0.20").person("ana", "engineer");
        firm.taxRate("O", "0.00", "2021-01-01", null);
        return open;
    }

    private static void limitedTo100(Firm firm) {
        opens(firm)
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
    }

    private static void spent(Firm firm, String what, String amount, boolean disbursement) {
        var id = firm.id(what);
        var _ = firm.as(
                "recorder",
                "/v1/expenses",
                of(
                        "id",
                        id,
                        "person",
                        firm.id("ana"),
                        "project",
                        firm.id("work"),
                        "category",
                        what,
                        "spentOn",
                        "2026-03-02",
                        "amount",
                        amount,
                        "currency",
                        "EUR",
                        "disbursement",
                        disbursement,
                        "receiptReference",
                        "scan"));
        var _ = firm.as("recorder", "/v1/expenses/" + id + "/submission", of());
        var _ = firm.as("approver", "/v1/expenses/" + id + "/approval", of());
    }
}
