package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 6: 100 are left and two entries of 80 are approved at once: 80 and 20 are committed, 60 is over the cap. */
@ExtendWith(CaseStack.class)
class Case06ConcurrentApprovalsTest {

    @Test
    void two_approvals_at_once_never_take_more_than_is_left(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
        var one = recorded(firm);
        var other = recorded(firm);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> firm.approve(one)),
                        CompletableFuture.runAsync(() -> firm.approve(other)))
                .join();
        firm.settled();

        var limit = firm.get("/v1/contracts/" + firm.id("work") + "/funding")
                .path("items")
                .path(0);
        assertThat(amount(limit.path("reserved"))).isEqualByComparingTo("100.00");
        assertThat(amount(limit.path("available"))).isEqualByComparingTo("0.00");
        var over = firm.get("/v1/contracts/" + firm.id("work") + "/over-limit").path("items");
        assertThat(over).hasSize(1);
        assertThat(amount(over.path(0).path("overLimit"))).isEqualByComparingTo("60.00");
        assertThat(amount(over.path(0).path("reserved"))).isEqualByComparingTo("20.00");
        var drafts = firm.bill("2026-03-31");
        assertThat(amount(drafts.getFirst().path("net"))).isEqualByComparingTo("100.00");
    }

    private static String recorded(Firm firm) {
        return firm.recordedTime(
                of("person", firm.id("ana"), "project", firm.id("work"), "workDate", "2026-03-10", "seconds", 2_880));
    }
}
