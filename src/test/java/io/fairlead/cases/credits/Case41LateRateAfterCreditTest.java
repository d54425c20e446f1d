package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.credits.CreditSteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 41: a late rate moves what came back from an invoice and proposes for what stays billed, until that is done. */
@ExtendWith(CaseStack.class)
class Case41LateRateAfterCreditTest {

    @Test
    void what_came_back_gets_the_late_rate_and_what_stays_billed_a_proposal(Firm firm) {
        CreditSteps.opened(firm, "90.00", "TIME_AND_MATERIALS");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 21_600);
        var first = firm.credit(invoice, "2026-03-02", List.of(creditOf(1, 7_200, "REOPEN")));

        firm.rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2026-02-01");
        firm.settled();

        assertThat(unbilled(firm)).isEqualTo("200.00");
        assertThat(proposal(firm).path("status").asString()).isEqualTo("open");
        assertThat(told(proposal(firm).path("amount"))).isEqualTo("40.00");

        var part = firm.credit(invoice, "2026-03-03", List.of(creditOf(1, 7_200, "REOPEN")));
        assertThat(unbilled(firm)).isEqualTo("400.00");
        assertThat(proposal(firm).path("status").asString())
                .as("two hours stay billed")
                .isEqualTo("open");

        var rest = CreditSteps.creditAll(firm, invoice, "REOPEN");
        assertThat(unbilled(firm)).isEqualTo("600.00");
        assertThat(proposal(firm).path("status").asString()).isEqualTo("resolved");

        var again = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        assertThat(CreditSteps.figures(firm.issue(again))).containsExactly("600.00", "120.00", "720.00");
        assertThat(proposal(firm).path("status").asString()).isEqualTo("resolved");
        firm.provedRight(invoice, CreditSteps.idOf(first), CreditSteps.idOf(part), CreditSteps.idOf(rest), again);
    }

    @Test
    void what_stays_billed_and_is_given_up_ends_the_proposal_too(Firm firm) {
        CreditSteps.opened(firm, "90.00", "TIME_AND_MATERIALS");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 21_600);
        firm.rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2026-02-01");
        firm.settled();
        assertThat(told(proposal(firm).path("amount"))).isEqualTo("60.00");

        var note = CreditSteps.creditAll(firm, invoice, "WRITE_OFF");

        assertThat(proposal(firm).path("status").asString()).isEqualTo("resolved");
        firm.provedRight(invoice, CreditSteps.idOf(note));
    }

    private static JsonNode proposal(Firm firm) {
        return firm.get("/v1/exceptions?code=RATE_CHANGED_AFTER_BILLING&subject=time-entry:" + firm.id("t1"))
                .path("items")
                .path(0);
    }

    private static String unbilled(Firm firm) {
        return told(firm.get("/v1/views/unbilled?by=project&project=" + firm.id("work"))
                .path("items")
                .path(0)
                .path("ready"));
    }
}
