package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.balance;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static io.fairlead.cases.credits.CreditSteps.nets;
import static io.fairlead.cases.credits.CreditSteps.open;
import static io.fairlead.cases.credits.CreditSteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 36: work that a retainer paid never was: nobody owes, the retainer has its money again, a document of 0.00 says so. */
@ExtendWith(CaseStack.class)
class Case36WorkPaidByRetainerTest {

    @Test
    void work_that_never_was_goes_back_to_the_retainer_that_paid_it(Firm firm) {
        CreditSteps.opened(firm, "100.00", "RETAINER");
        CreditSteps.retainer(firm, "2000.00", "2026-01-15");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 43_200);
        assertThat(figures(firm.get("/v1/invoices/" + invoice))).containsExactly("0.00", "0.00", "0.00");
        assertThat(balance(firm)).isEqualByComparingTo("800.00");

        var note = firm.credit(invoice, "2026-03-02", List.of(creditOf(1, 10_800, "CORRECTED")));

        assertThat(figures(note)).containsExactly("0.00", "0.00", "0.00");
        assertThat(nets(note)).containsExactly("300.00", "-300.00");
        assertThat(note.path("creditNote").path("number").asString()).contains("CRN");
        assertThat(balance(firm)).isEqualByComparingTo("1100.00");
        assertThat(told(firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                        .path("items")
                        .path(0)
                        .path("revenue")))
                .isEqualTo("900.00");
        assertThat(open(firm, invoice)).isEqualTo("0.00");
        assertThat(firm.bill("2026-03-31")).as("nothing of it is billed again").isEmpty();
        assertThat(firm.get("/v1/parked").path("parked").toString()).doesNotContain(firm.key());
        assertThat(firm.get("/v1/exceptions?subject=" + CreditSteps.idOf(note)).path("items"))
                .isEmpty();
        firm.provedRight(invoice, CreditSteps.idOf(note));
    }

    /** 2,000.00 were prepaid and 1,200.00 worked: the draw lowers what is due, not what is billed. */
    @Test
    void a_limit_that_comes_later_counts_the_work_that_a_retainer_paid_as_billed(Firm firm) {
        CreditSteps.opened(firm, "100.00", "RETAINER");
        CreditSteps.retainer(firm, "2000.00", "2026-01-15");
        var _ = CreditSteps.billed(firm, "2026-02-17", 43_200);
        var limit = of("lineNo", 1, "limit", "5000.00");
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of("effectiveOn", "2026-03-01", "treatment", "CATCH_UP", "reason", "a limit", "lines", List.of(limit)));
        firm.settled();

        assertThat(firm.amounts("funding", "billed")).containsExactly("3200.00");
        assertThat(firm.amounts("funding", "available")).containsExactly("1800.00");
    }
}
