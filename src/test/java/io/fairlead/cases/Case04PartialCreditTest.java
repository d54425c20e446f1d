package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 4: of two billed days one is credited; the next bill of the whole time takes that day and the new one, never June's. */
@ExtendWith(CaseStack.class)
class Case04PartialCreditTest {

    @Test
    void reopened_time_is_billed_again_with_what_came_since(Firm firm) {
        var july = billedAndCredited(firm, "REOPEN");
        var late = firm.approvedTime("ana", "work", "2026-07-31", 3_600);

        var draft = draftOf(firm);

        assertThat(amount(draft.path("invoice").path("net"))).isEqualByComparingTo("450.00");
        assertThat(sources(draft)).containsExactlyInAnyOrder("time-entry:" + july, "time-entry:" + late);
        firm.issue(draft.path("invoice").path("invoiceId").asString());
        assertThat(firm.bill("2026-07-31")).isEmpty();
    }

    @Test
    void time_given_up_is_never_billed_again(Firm firm) {
        var _ = billedAndCredited(firm, "WRITE_OFF");
        var late = firm.approvedTime("ana", "work", "2026-07-31", 3_600);

        var draft = draftOf(firm);

        assertThat(amount(draft.path("invoice").path("net"))).isEqualByComparingTo("100.00");
        assertThat(sources(draft)).containsExactly("time-entry:" + late);
    }

    /** 4.5 h of June and 3.5 h of July at 100, on one invoice; July's are credited. Returns July's entry. */
    private static String billedAndCredited(Firm firm, String disposition) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-06-15", 16_200);
        var july = firm.approvedTime("ana", "work", "2026-07-23", 12_600);
        var draft = firm.bill("2026-07-23").getFirst().path("invoiceId").asString();
        var invoice = firm.issue(draft);
        assertThat(amount(invoice.path("invoice").path("net"))).isEqualByComparingTo("800.00");
        int lineNo = invoice.path("lines")
                .valueStream()
                .filter(line -> line.path("sourceId").asString().equals("time-entry:" + july))
                .mapToInt(line -> line.path("lineNo").asInt())
                .findFirst()
                .orElseThrow();

        var note = firm.credit(draft, "2026-07-24", List.of(creditOf(lineNo, null, disposition)));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("350.00");
        return july;
    }

    private static JsonNode draftOf(Firm firm) {
        var drafts = firm.bill("2026-07-31");
        assertThat(drafts).hasSize(1);
        return firm.get("/v1/invoices/" + drafts.getFirst().path("invoiceId").asString());
    }

    private static List<String> sources(JsonNode invoice) {
        return new ArrayList<>(invoice.path("lines").findValuesAsString("sourceId"));
    }
}
