package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 5: a limit of 1,000 and work of 360, 40, 540, 120 and 50 in this order; the policy decides who fits, by entry. */
@ExtendWith(CaseStack.class)
class Case05CapBoundaryTest {

    @Test
    void split_bills_the_part_that_fits(Firm firm) {
        bills(firm, "SPLIT", "360 40 540 60 -", "- - - 60 50", "1000.00");
    }

    @Test
    void whole_items_pass_one_that_does_not_fit(Firm firm) {
        bills(firm, "WHOLE_ITEM", "360 40 540 - 50", "- - - 120 -", "990.00");
    }

    @Test
    void stop_lets_nothing_pass(Firm firm) {
        bills(firm, "STOP", "360 40 540 - -", "- - - 120 50", "940.00");
    }

    private static void bills(Firm firm, String policy, String billed, String held, String net) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        of("limitPolicy", policy),
                        List.of(line(1, "NOT_TO_EXCEED", "limit", "1000.00")));
        var entries = new ArrayList<String>();
        for (int seconds : new int[] {12_960, 1_440, 19_440, 4_320, 1_800}) {
            entries.add(firm.approvedTime("ana", "work", "2026-03-0" + (entries.size() + 2), seconds));
        }

        var drafts = firm.bill("2026-03-31");

        assertThat(drafts).hasSize(1);
        assertThat(amount(drafts.getFirst().path("net"))).isEqualByComparingTo(net);
        var onInvoice = new TreeMap<String, BigDecimal>();
        firm.get("/v1/invoices/" + drafts.getFirst().path("invoiceId").asString())
                .path("lines")
                .forEach(row -> onInvoice.put(row.path("sourceId").asString(), amount(row.path("net"))));
        var over = new TreeMap<String, BigDecimal>();
        firm.get("/v1/contracts/" + firm.id("work") + "/over-limit")
                .path("items")
                .forEach(row -> over.put(row.path("sourceId").asString(), amount(row.path("overLimit"))));
        assertThat(told(onInvoice, entries)).isEqualTo(billed);
        assertThat(told(over, entries)).isEqualTo(held);
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    private static String told(TreeMap<String, BigDecimal> amounts, List<String> entries) {
        return String.join(
                " ",
                entries.stream()
                        .map(entry -> amounts.get("time-entry:" + entry))
                        .map(amount -> amount == null
                                ? "-"
                                : amount.stripTrailingZeros().toPlainString())
                        .toList());
    }
}
