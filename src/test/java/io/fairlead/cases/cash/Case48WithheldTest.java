package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.deductions;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.received;
import static io.fairlead.cases.cash.MoneySteps.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 48: what a payer withholds for tax pays the invoice, and stands until its certificate is told. */
@ExtendWith(CaseStack.class)
class Case48WithheldTest {

    @Test
    void what_is_withheld_stands_until_its_certificate_is_told(Firm firm) {
        opened(firm, "0.20");
        var invoice = billed(firm, "2026-02-17", 3 * HOUR);
        var receipt = received(firm, "e1", "315.00", "2026-03-02", invoice);
        assertThat(open(firm, invoice)).isEqualTo("45.00 posted");

        assertThat(firm.refusal("teller", "/v1/invoices/" + invoice + "/deductions", withheld(firm, receipt, "45.01")))
                .isEqualTo("B-12");
        firm.as("teller", "/v1/invoices/" + invoice + "/deductions", withheld(firm, receipt, "45.00"));
        firm.as("teller", "/v1/invoices/" + invoice + "/deductions", withheld(firm, receipt, "45.00"));
        firm.settled();

        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(deductions(firm, invoice)).containsExactly("WITHHOLDING 45.00 45.00 0.00 standing");
        assertThat(balance(firm)).containsExactly("0.00", "0.00", "0.00");
        assertThat(statement(firm))
                .containsExactly("02-17 issued 360.00", "03-02 applied -315.00", "03-02 withheld -45.00");
        assertThat(firm.refusal("teller", "/v1/invoices/" + invoice + "/deductions", withheld(firm, receipt, "44.00")))
                .isEqualTo("B-18");

        var certificate = of("certificate", "WHT-2026-17", "valueDate", "2026-06-30");
        var path = "/v1/invoices/" + invoice + "/deductions/" + firm.id("w1") + "/certificate";
        firm.as("teller", path, certificate);
        firm.as("teller", path, certificate);
        firm.settled();
        assertThat(deductions(firm, invoice)).containsExactly("WITHHOLDING 45.00 45.00 0.00 certified");
        assertThat(firm.refusal("teller", path, of("certificate", "WHT-2026-18", "valueDate", "2026-06-30")))
                .isEqualTo("B-20");
        firm.provedRight(invoice);
    }

    @Test
    void it_comes_back_with_its_money(Firm firm) {
        opened(firm, "0.20");
        var invoice = billed(firm, "2026-02-17", 3 * HOUR);
        var receipt = received(firm, "e1", "315.00", "2026-03-02", invoice);
        firm.as("teller", "/v1/invoices/" + invoice + "/deductions", withheld(firm, receipt, "45.00"));
        firm.settled();

        change(firm, "teller", receipt, "return", "valueDate", "2026-03-09", "reason", "recalled");

        assertThat(open(firm, invoice)).isEqualTo("360.00 posted");
        assertThat(deductions(firm, invoice)).containsExactly("WITHHOLDING 45.00 45.00 0.00 taken back");
        assertThat(balance(firm)).containsExactly("360.00", "0.00", "360.00");
        firm.provedRight(invoice);
    }

    private static Map<String, Object> withheld(Firm firm, String receipt, String amount) {
        return of(
                "id",
                firm.id("w1"),
                "kind",
                "WITHHOLDING",
                "receipt",
                receipt,
                "amount",
                amount,
                "valueDate",
                "2026-03-02",
                "reason",
                "tax on services, 15 %");
    }
}
