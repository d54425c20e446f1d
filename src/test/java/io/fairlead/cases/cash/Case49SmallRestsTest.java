package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.deductions;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 49: a small rest is written off by policy, and a cash discount that was taken rightly lowers net and tax. */
@ExtendWith(CaseStack.class)
class Case49SmallRestsTest {

    @Test
    void a_rest_up_to_the_policy_is_written_off_with_its_reason(Firm firm) {
        opened(firm, "0.20");
        policy(firm, "application", "OLDEST_FIRST", "smallRest", "0.05", "currency", "EUR");
        var small = billed(firm, "2026-02-17", HOUR);
        var large = billed(firm, "2026-02-18", HOUR);

        received(firm, "e1", "119.97", "2026-03-02", small);
        received(firm, "e2", "119.94", "2026-03-02", large);

        assertThat(open(firm, small)).isEqualTo("0.00 paid");
        assertThat(deductions(firm, small)).containsExactly("SMALL_REST 0.03 0.03 0.00 taken");
        assertThat(open(firm, large)).as("0.06 are more than 0.05").isEqualTo("0.06 posted");
        firm.provedRight(small, large);
    }

    @Test
    void without_a_policy_it_stays_open(Firm firm) {
        opened(firm, "0.20");
        var invoice = billed(firm, "2026-02-17", HOUR);

        received(firm, "e1", "119.97", "2026-03-02", invoice);

        assertThat(open(firm, invoice)).isEqualTo("0.03 posted");
        assertThat(deductions(firm, invoice)).isEmpty();
        firm.provedRight(invoice);
    }

    @Test
    void a_discount_in_time_lowers_net_and_tax_and_one_too_late_does_not(Firm firm) {
        opened(firm, "0.20");
        policy(firm, "application", "NONE", "discountRate", "0.02", "discountDays", 10);
        var inTime = billed(firm, "2026-03-02", 10 * HOUR);
        var late = billed(firm, "2026-03-03", 10 * HOUR);

        var receipt = received(firm, "e1", "1176.00", "2026-03-12", inTime);
        received(firm, "e2", "1176.00", "2026-03-14", late);

        assertThat(open(firm, inTime)).isEqualTo("0.00 paid");
        assertThat(deductions(firm, inTime)).containsExactly("CASH_DISCOUNT 24.00 20.00 4.00 taken");
        assertThat(open(firm, late)).as("a day too late").isEqualTo("24.00 posted");

        change(firm, "teller", receipt, "return", "valueDate", "2026-03-20", "reason", "no funds");
        assertThat(open(firm, inTime)).isEqualTo("1200.00 posted");
        firm.provedRight(inTime, late);
    }

    @Test
    void what_was_not_paid_is_not_owed_when_the_invoice_is_credited(Firm firm) {
        opened(firm, "0.20");
        policy(firm, "application", "NONE", "discountRate", "0.02", "discountDays", 10);
        var invoice = billed(firm, "2026-03-02", 10 * HOUR);
        received(firm, "e1", "1176.00", "2026-03-12", invoice);

        var half = firm.credit(invoice, "2026-03-20", List.of(creditOf(1, 5 * HOUR, "WRITE_OFF")));
        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(balance(firm)).as("600.00 less 2 %").containsExactly("0.00", "588.00", "-588.00");

        var rest = firm.credit(invoice, "2026-03-21", List.of(creditOf(1, 5 * HOUR, "WRITE_OFF")));
        assertThat(balance(firm)).as("all that was paid").containsExactly("0.00", "1176.00", "-1176.00");
        assertThat(deductions(firm, invoice)).containsExactly("CASH_DISCOUNT 24.00 20.00 4.00 taken back");
        firm.provedRight(invoice, idOf(half), idOf(rest));
    }

    private static String idOf(JsonNode credited) {
        return credited.path("creditNote").path("creditNoteId").asString();
    }
}
