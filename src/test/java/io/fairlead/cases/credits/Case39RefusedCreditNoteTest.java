package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.ErpBooks;
import io.fairlead.cases.Firm;
import io.fairlead.testing.CommandLineRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 39: what the ERP refuses says why, goes out again after the cure, or is given up and gives back what it held. */
@ExtendWith(CaseStack.class)
class Case39RefusedCreditNoteTest {

    @Test
    void a_refused_credit_note_goes_out_again_after_the_cure(Firm firm, CaseStack.Stack stack) {
        var erp = new ErpBooks(stack, firm);
        var invoice = billed(firm);
        erp.close("2026-03");
        var note = refused(firm, invoice, 3_600);

        var parked = parked(firm, note);
        assertThat(parked.path("delivery").path("code").asString()).isEqualTo("PERIOD_CLOSED");
        assertThat(parked.path("delivery").path("reason").asString()).contains("2026-03");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("open");

        erp.open("2026-03");
        var run = CommandLineRun.at(stack.base(), "deliveries", "retry", note, "--as", "kim");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        firm.settled();

        assertThat(status(firm, note)).isEqualTo("posted");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("resolved");
        assertThat(open(firm, invoice)).isEqualTo("120.00");
        firm.provedRight(invoice, note);
    }

    @Test
    void refused_again_in_the_same_words_it_is_told_again(Firm firm, CaseStack.Stack stack) {
        var erp = new ErpBooks(stack, firm);
        var invoice = billed(firm);
        erp.close("2026-03");
        var note = refused(firm, invoice, 3_600);

        firm.as("kim", "/v1/deliveries/" + note + "/retry", of());
        firm.settled();

        assertThat(status(firm, note)).isEqualTo("refused");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("open");
        assertThat(item(firm, note).path("occurrence").asInt()).isEqualTo(2);
        erp.open("2026-03");
        firm.as(
                "kim",
                "/v1/exceptions/" + item(firm, note).path("exceptionId").asString() + "/resolution",
                of("resolution", "the period is open again", "minutesSpent", 5));
        firm.settled();
        assertThat(status(firm, note)).as("clearing the work item sends it too").isEqualTo("posted");
        firm.provedRight(invoice, note);
    }

    @Test
    void a_refused_credit_note_that_is_given_up_gives_back_what_it_held(Firm firm, CaseStack.Stack stack) {
        var erp = new ErpBooks(stack, firm);
        var invoice = billed(firm);
        erp.close("2026-03");
        var note = refused(firm, invoice, 7_200);
        assertThat(CreditSteps.refusal(firm, invoice, of("rest", "REOPEN"))).startsWith("K-");

        firm.as("biller", "/v1/credit-notes/" + note + "/discard", of("reason", "not agreed after all"));
        firm.settled();

        assertThat(status(firm, note)).isEqualTo("discarded");
        assertThat(item(firm, note).path("status").asString()).isEqualTo("resolved");
        assertThat(parked(firm, note).path("delivery").path("state").asString()).isEqualTo("WITHDRAWN");
        erp.open("2026-03");
        var other = firm.credit(invoice, "2026-03-02", List.of(creditOf(1, null, "REOPEN")));
        assertThat(CreditSteps.figures(other)).containsExactly("200.00", "40.00", "240.00");
        assertThat(open(firm, invoice)).isEqualTo("0.00");
        firm.provedRight(invoice, CreditSteps.idOf(other));
    }

    @Test
    void a_refused_invoice_goes_out_again_after_the_cure(Firm firm, CaseStack.Stack stack) {
        var erp = new ErpBooks(stack, firm);
        CreditSteps.opened(firm, "100.00", "TIME_AND_MATERIALS");
        firm.approvedTime("ana", "work", "2026-02-17", 7_200);
        var invoice = firm.bill("2026-02-28").getFirst().path("invoiceId").asString();
        erp.close("2026-02");
        firm.as("approver", "/v1/invoices/" + invoice + "/approval", of());
        firm.settled();
        assertThat(firm.get("/v1/invoices/" + invoice)
                        .path("invoice")
                        .path("status")
                        .asString())
                .isEqualTo("refused");

        erp.open("2026-02");
        firm.as("kim", "/v1/deliveries/" + invoice + "/retry", of());
        firm.settled();

        assertThat(firm.get("/v1/invoices/" + invoice)
                        .path("invoice")
                        .path("status")
                        .asString())
                .isEqualTo("posted");
        assertThat(item(firm, invoice).path("status").asString()).isEqualTo("resolved");
        firm.provedRight(invoice);
    }

    /** Two hours at 100, posted. */
    private static String billed(Firm firm) {
        CreditSteps.opened(firm, "100.00", "TIME_AND_MATERIALS");
        return CreditSteps.billed(firm, "2026-02-17", 7_200);
    }

    /** A credit of so much time that the ERP refuses; its id. */
    private static String refused(Firm firm, String invoice, int seconds) {
        var note = CreditSteps.asked(firm, "note", invoice, of("lines", List.of(creditOf(1, seconds, "REOPEN"))));
        firm.as("approver", "/v1/credit-notes/" + note + "/approval", of());
        firm.settled();
        assertThat(status(firm, note)).isEqualTo("refused");
        return "credit-note:" + note;
    }

    private static String status(Firm firm, String note) {
        return firm.get("/v1/credit-notes/" + note)
                .path("creditNote")
                .path("status")
                .asString();
    }

    private static JsonNode parked(Firm firm, String note) {
        return firm.get("/v1/deliveries/" + note);
    }

    private static JsonNode item(Firm firm, String subject) {
        return firm.get("/v1/exceptions?code=POSTING_REFUSED&subject=" + subject)
                .path("items")
                .path(0);
    }
}
