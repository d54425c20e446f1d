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

/** Case 29: three thirds of an hour at 100.01, rounded per line, under a limit of 100.00; fifty contracts, one as the other. */
@ExtendWith(CaseStack.class)
class Case29PerLineUnderLimitTest {

    private static final int CONTRACTS = 50;

    @Test
    void the_first_run_bills_the_limit_and_the_second_nothing(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.01", "EUR", "2025-01-01");
        for (int no = 1; no <= CONTRACTS; no++) {
            var contract = "work" + no;
            firm.contract(
                    contract,
                    "EUR",
                    "Europe/Berlin",
                    of("rounding", "PER_LINE"),
                    List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
            for (int day = 2; day <= 4; day++) {
                firm.approvedTime("ana", contract, "2026-03-0" + day, 1_200);
            }
        }

        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(CONTRACTS);
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(amount(draft.path("net"))).isEqualByComparingTo("100.00"));
        for (int no = 1; no <= CONTRACTS; no++) {
            var over = firm.get("/v1/contracts/" + firm.id("work" + no) + "/over-limit")
                    .path("items");
            assertThat(over).as("work" + no).hasSize(1);
            assertThat(amount(over.path(0).path("overLimit"))).as("work" + no).isEqualByComparingTo("0.01");
        }
        assertThat(firm.bill("2026-03-31")).isEmpty();
        var first = firm.issue(drafts.getFirst().path("invoiceId").asString());
        assertThat(firm.bill("2026-03-31")).isEmpty();
        firm.provedRight(first.path("invoice").path("invoiceId").asString());
    }
}
