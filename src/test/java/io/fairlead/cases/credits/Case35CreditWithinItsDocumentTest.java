package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.balance;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static io.fairlead.cases.credits.CreditSteps.open;
import static io.fairlead.cases.credits.CreditSteps.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 35: a credit never exceeds its document and never charges, also where a retainer paid a part. */
@ExtendWith(CaseStack.class)
class Case35CreditWithinItsDocumentTest {

    @Test
    void neither_the_work_alone_nor_the_draw_alone_is_credited(Firm firm) {
        var invoice = billed(firm);

        var work = refusal(firm, invoice, of("lines", List.of(creditOf(1, null, "REOPEN"))));
        var draw = refusal(firm, invoice, of("lines", List.of(creditOf(2, null, "REOPEN"))));

        assertThat(work)
                .startsWith("K-11")
                .contains("more than what is left of the document, EUR 300.00 and EUR 60.00 tax");
        assertThat(draw).startsWith("K-11").contains("would charge the customer");
        assertThat(firm.get("/v1/credit-notes?invoice=" + invoice).path("items"))
                .isEmpty();
    }

    @Test
    void what_was_due_of_the_work_comes_back_with_its_tax(Firm firm) {
        var invoice = billed(firm);

        var note = firm.credit(
                invoice, "2026-03-02", List.of(of("lineNo", 1, "amount", "100.00", "disposition", "WRITE_OFF")));

        assertThat(figures(note)).containsExactly("100.00", "20.00", "120.00");
        assertThat(balance(firm)).isEqualByComparingTo("0.00");
        firm.provedRight(invoice, CreditSteps.idOf(note));
    }

    @Test
    void the_whole_gives_the_document_back_and_the_retainer_has_its_money_again(Firm firm) {
        var invoice = billed(firm);

        var note = CreditSteps.creditAll(firm, invoice, "REOPEN");

        assertThat(figures(note)).containsExactly("300.00", "60.00", "360.00");
        assertThat(balance(firm)).isEqualByComparingTo("600.00");
        assertThat(open(firm, invoice)).isEqualTo("0.00");
        firm.provedRight(invoice, CreditSteps.idOf(note));
    }

    /** A retainer of 600.00, and nine hours at 100. */
    private static String billed(Firm firm) {
        CreditSteps.opened(firm, "100.00", "RETAINER");
        CreditSteps.retainer(firm, "600.00", "2026-01-15");
        var invoice = CreditSteps.billed(firm, "2026-02-17", 32_400);
        assertThat(figures(firm.get("/v1/invoices/" + invoice))).containsExactly("300.00", "60.00", "360.00");
        return invoice;
    }
}
