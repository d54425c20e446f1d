package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 27: what review writes down gives its limit back; the work is billed and does not come again. */
@ExtendWith(CaseStack.class)
class Case27WriteDownUnderLimitTest {

    @Test
    void the_next_run_bills_what_the_write_down_left(Firm firm) {
        var issued = writtenDown(firm);

        assertThat(firm.amounts("funding", "available")).containsExactly("0.00");
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("50.00");
        var next = firm.bill("2026-03-31");
        assertThat(next).hasSize(1);
        var second = firm.issue(next.getFirst().path("invoiceId").asString());
        assertThat(amount(second.path("invoice").path("net"))).isEqualByComparingTo("50.00");
        assertThat(second.path("lines")).hasSize(1);
        assertThat(firm.amounts("funding", "billed")).containsExactly("400.00");
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("50.00");
        assertThat(firm.bill("2026-03-31")).isEmpty();
        firm.provedRight(issued, second.path("invoice").path("invoiceId").asString());
    }

    /** Reopened, the line is worth 250.00 again, and 200.00 of the limit are free. */
    @Test
    void a_credit_of_the_written_down_line_gives_back_what_was_billed(Firm firm) {
        var issued = writtenDown(firm);

        var note = firm.credit(issued, "2026-04-01", List.of(creditOf(1, null, "REOPEN")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("200.00");
        assertThat(firm.amounts("funding", "billed")).containsExactly("150.00");
        assertThat(firm.amounts("funding", "reserved")).containsExactly("250.00");
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("100.00");
        firm.provedRight(issued, note.path("creditNote").path("creditNoteId").asString());
    }

    /** Limit 400; 250 and 250; of the draft of 250 and 150 the first line is written down to 200 and all is issued. */
    private static String writtenDown(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "400.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 9_000);
        firm.approvedTime("ana", "work", "2026-03-03", 9_000);
        var draft = firm.bill("2026-03-31").getFirst();
        assertThat(amount(draft.path("net"))).isEqualByComparingTo("400.00");
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("100.00");
        var id = draft.path("invoiceId").asString();
        var _ = firm.as(
                "reviewer", "/v1/invoices/" + id + "/lines/1/adjustment", of("net", "200.00", "reason", "goodwill"));
        var issued = firm.issue(id);
        assertThat(amount(issued.path("invoice").path("net"))).isEqualByComparingTo("350.00");
        return id;
    }
}
