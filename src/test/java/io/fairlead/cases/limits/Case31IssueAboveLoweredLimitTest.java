package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 31: 800 on a draft are issued under a limit lowered to 500: 300 are told until they are credited or the limit is raised. */
@ExtendWith(CaseStack.class)
class Case31IssueAboveLoweredLimitTest {

    @Test
    void it_is_told_at_the_issue_and_gone_when_the_limit_is_as_high_again(Firm firm) {
        var issued = issuedAbove(firm);

        limit(firm, "700.00");
        assertThat(firm.openItems("LIMIT_BELOW_BILLED")).as("what it is by now").containsExactly("100.00");
        limit(firm, "800.00");

        assertThat(firm.openItems("LIMIT_BELOW_BILLED")).isEmpty();
        firm.provedRight(issued);
    }

    @Test
    void it_is_gone_when_the_difference_is_credited(Firm firm) {
        var issued = issuedAbove(firm);

        var note = firm.credit(
                issued, "2026-04-01", List.of(of("lineNo", 1, "amount", "300.00", "disposition", "WRITE_OFF")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("300.00");
        assertThat(firm.amounts("funding", "billed")).containsExactly("500.00");
        assertThat(firm.openItems("LIMIT_BELOW_BILLED")).isEmpty();
        firm.provedRight(issued, note.path("creditNote").path("creditNoteId").asString());
    }

    private static String issuedAbove(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "1000.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 28_800);
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        limit(firm, "500.00");
        assertThat(firm.openItems("LIMIT_BELOW_BILLED")).isEmpty();

        var issued = firm.issue(draft);

        assertThat(amount(issued.path("invoice").path("net"))).isEqualByComparingTo("800.00");
        assertThat(firm.amounts("funding", "available")).containsExactly("-300.00");
        assertThat(firm.openItems("LIMIT_BELOW_BILLED")).containsExactly("300.00");
        return draft;
    }

    private static void limit(Firm firm, String amount) {
        firm.post(
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of(
                        "effectiveOn",
                        "2026-04-01",
                        "treatment",
                        "CATCH_UP",
                        "reason",
                        "limit of " + amount,
                        "lines",
                        List.of(of("lineNo", 1, "limit", amount))));
        firm.settled();
    }
}
