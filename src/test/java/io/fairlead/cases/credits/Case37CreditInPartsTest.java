package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static io.fairlead.cases.credits.CreditSteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
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
}
