package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 33: one entry that crosses 80, 90 and 100 % makes one work item, of the highest, which closes once there is room. */
@ExtendWith(CaseStack.class)
class Case33OneMessageTest {

    @Test
    void one_entry_makes_one_work_item_of_the_highest_threshold(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "200.00")));
        firm.approvedTime("ana", "work", "2026-03-02", 7_200);
        firm.settled();

        assertThat(firm.openSubjects("LIMIT_NEARLY_USED"))
                .containsExactly("contract:" + firm.id("work") + "/line-1/100");

        firm.post(
                "/v1/contracts/" + firm.id("work") + "/amendments",
                of(
                        "effectiveOn",
                        "2026-04-01",
                        "treatment",
                        "CATCH_UP",
                        "reason",
                        "more",
                        "lines",
                        List.of(of("lineNo", 1, "limit", "400.00"))));
        firm.settled();

        assertThat(firm.openSubjects("LIMIT_NEARLY_USED")).isEmpty();
        var issued =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
        firm.provedRight(issued.path("invoice").path("invoiceId").asString());
    }
}
