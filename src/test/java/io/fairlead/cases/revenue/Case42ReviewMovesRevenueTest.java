package io.fairlead.cases.revenue;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 42: what review writes up or down is revenue from the issue on, and a credit takes its part of it back. */
@ExtendWith(CaseStack.class)
class Case42ReviewMovesRevenueTest {

    private static final int HOURS_3 = 10_800;
    private static final int HOUR = 3_600;

    @Test
    void what_is_written_down_is_no_revenue_and_leaves_no_asset(Firm firm) {
        var draft = drafted(firm);
        adjusted(firm, draft, "300.00");
        assertThat(revenue(firm)).as("a draft moves nothing").isEqualByComparingTo("360.00");

        firm.issue(draft);

        assertThat(revenue(firm)).isEqualByComparingTo("300.00");
        assertThat(amount(position(firm, "").path("contractAsset"))).isEqualByComparingTo("0.00");
        assertThat(amount(margin(firm).path("revenue"))).isEqualByComparingTo("300.00");
        firm.provedRight(draft);
    }

    @Test
    void what_is_written_up_is_revenue_and_a_credit_takes_its_part_back(Firm firm) {
        var draft = drafted(firm);
        adjusted(firm, draft, "400.00");
        firm.issue(draft);
        assertThat(revenue(firm)).isEqualByComparingTo("400.00");
        assertThat(amount(position(firm, "").path("contractAsset"))).isEqualByComparingTo("0.00");

        var note = firm.credit(draft, "2026-04-02", List.of(creditOf(1, HOUR, "REOPEN")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("133.33");
        assertThat(unbilled(firm)).isEqualByComparingTo("120.00");
        assertThat(revenue(firm)).isEqualByComparingTo("386.67");
        assertThat(amount(position(firm, "").path("contractAsset"))).isEqualByComparingTo("120.00");
        assertThat(amount(proposal(firm, "2026-04").path("toDate"))).isEqualByComparingTo("386.67");
        firm.provedRight(draft, note.path("creditNote").path("creditNoteId").asString());
    }

    @Test
    void what_is_given_up_or_never_was_leaves_nothing_of_what_was_written_up(Firm firm) {
        var draft = drafted(firm);
        adjusted(firm, draft, "400.00");
        firm.issue(draft);

        firm.credit(draft, "2026-04-02", List.of(creditOf(1, HOUR, "WRITE_OFF")));
        assertThat(revenue(firm)).isEqualByComparingTo("266.67");
        firm.credit(draft, "2026-04-03", List.of(creditOf(1, HOUR * 2, "CORRECTED")));

        assertThat(revenue(firm)).isEqualByComparingTo("0.00");
        assertThat(amount(position(firm, "").path("netBilled"))).isEqualByComparingTo("0.00");
        firm.provedRight(draft);
    }

    @Test
    void closed_books_stay_and_the_issue_moves_the_open_period(Firm firm) {
        var draft = drafted(firm);
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-03/close", of());
        firm.settled();
        adjusted(firm, draft, "300.00");
        firm.issue(draft);

        assertThat(amount(position(firm, "&accountingTo=2026-03-31").path("revenue")))
                .isEqualByComparingTo("360.00");
        assertThat(amount(proposal(firm, "2026-04").path("delta"))).isEqualByComparingTo("-60.00");
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-04/close", of());
        firm.settled();
        assertThat(amount(position(firm, "&accountingTo=2026-03-31").path("revenue")))
                .isEqualByComparingTo("360.00");
        assertThat(amount(position(firm, "&accountingTo=2026-04-30").path("revenue")))
                .isEqualByComparingTo("300.00");
        assertThat(amount(proposal(firm, "2026-04").path("booked"))).isEqualByComparingTo("300.00");
        firm.provedRight(draft);
    }

    @Test
    void revenue_as_billed_counts_a_review_once(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(line(1, "TIME_AND_MATERIALS", "terms", of("revenueMethod", "AS_BILLED"))));
        firm.approvedTime("ana", "work", "2026-03-10", HOURS_3);
        var draft = firm.bill("2026-03-31", "2026-04-01")
                .getFirst()
                .path("invoiceId")
                .asString();
        adjusted(firm, draft, "300.00");
        firm.issue(draft);

        assertThat(revenue(firm)).isEqualByComparingTo("300.00");
    }

    /** Three hours at 120 of March on a draft of 1 April. */
    private static String drafted(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", HOURS_3);
        return firm.bill("2026-03-31", "2026-04-01")
                .getFirst()
                .path("invoiceId")
                .asString();
    }

    private static void adjusted(Firm firm, String draft, String net) {
        firm.as("lead", "/v1/invoices/" + draft + "/lines/1/adjustment", of("net", net, "reason", "as agreed"));
        firm.settled();
    }

    private static BigDecimal revenue(Firm firm) {
        return amount(position(firm, "").path("revenue"));
    }

    private static BigDecimal unbilled(Firm firm) {
        return amount(firm.get("/v1/views/unbilled?by=contract&contract=" + firm.id("work"))
                .path("items")
                .path(0)
                .path("unbilled"));
    }

    private static JsonNode margin(Firm firm) {
        return firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items")
                .path(0);
    }

    private static JsonNode position(Firm firm, String asOf) {
        return firm.get("/v1/positions?contract=" + firm.id("work") + asOf)
                .path("items")
                .path(0);
    }

    private static JsonNode proposal(Firm firm, String month) {
        return firm.get("/v1/periods/" + firm.id("firm") + "/" + month + "/proposal")
                .path("lines")
                .path(0);
    }
}
