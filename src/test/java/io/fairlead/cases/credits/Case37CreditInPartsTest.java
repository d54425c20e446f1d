package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static io.fairlead.cases.credits.CreditSteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 37: an hour at 70.00 is credited by twenty minutes three times: each is its time, the last takes the residue. */
@ExtendWith(CaseStack.class)
class Case37CreditInPartsTest {

    @Test
    void parts_are_worth_their_time_and_the_last_takes_what_rounding_left(Firm firm) {
        CreditSteps.opened(firm, "70.00", "TIME_AND_MATERIALS");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 3_600);

        var first = firm.credit(invoice, "2026-03-02", List.of(creditOf(1, 1_200, "WRITE_OFF")));
        var second = firm.credit(invoice, "2026-03-03", List.of(creditOf(1, 1_200, "REOPEN")));
        var third = firm.credit(invoice, "2026-03-04", List.of(creditOf(1, 1_200, "CORRECTED")));

        assertThat(figures(first)).containsExactly("23.33", "4.67", "28.00");
        assertThat(figures(second)).containsExactly("23.33", "4.66", "27.99");
        assertThat(figures(third)).containsExactly("23.34", "4.67", "28.01");
        assertThat(open(firm, invoice)).isEqualTo("0.00");
        firm.provedRight(invoice, CreditSteps.idOf(first), CreditSteps.idOf(second), CreditSteps.idOf(third));
    }

    @Test
    void an_id_names_one_credit_of_one_invoice_and_what_is_refused_holds_nothing(Firm firm) {
        CreditSteps.opened(firm, "70.00", "TIME_AND_MATERIALS");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 3_600);
        var other = CreditSteps.billed(firm, "2026-02-18", 3_600);
        var note = CreditSteps.asked(firm, "part", invoice, of("lines", List.of(creditOf(1, 1_200, "WRITE_OFF"))));

        assertThat(again(firm, other, of("rest", "REOPEN"))).contains("K-06", "is a credit note of", invoice);
        assertThat(again(firm, invoice, of("rest", "REOPEN"))).contains("K-06");
        assertThat(again(firm, invoice, of("lines", List.of(creditOf(99, 60, "WRITE_OFF")))))
                .contains("K-06");
        assertThat(again(firm, invoice, of("lines", List.of(creditOf(1, 1_200, "WRITE_OFF")))))
                .isEqualTo("none");

        var whole = CreditSteps.creditAll(firm, other, "WRITE_OFF");
        assertThat(figures(whole)).containsExactly("70.00", "14.00", "84.00");
        assertThat(firm.get("/v1/credit-notes/" + note)
                        .path("creditNote")
                        .path("status")
                        .asString())
                .isEqualTo("drafted");
        firm.provedRight(invoice, other, CreditSteps.idOf(whole));
    }

    private static String again(Firm firm, String invoice, Map<String, Object> credit) {
        credit.putAll(of("id", firm.id("part"), "issueDate", "2026-03-02", "reason", "case"));
        return CreditSteps.refusal(firm, "biller", "/v1/invoices/" + invoice + "/credits", credit);
    }
}
