package io.fairlead.cases.revenue;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 45: 8 h at 120, cost 40, transfer 70: the seller keeps 400.00, the employer 240.00. */
@ExtendWith(CaseStack.class)
class Case45BetweenCompaniesTest {

    private static final int HOURS_8 = 28_800;
    private static final int HOURS_6 = 21_600;

    @Test
    void both_companies_see_their_own_margin(Firm firm) {
        lends(firm);
        transfer(firm, "engineer", "70.00");
        var entry = firm.approvedTime("ana", "work", "2026-03-10", HOURS_8);
        var invoice =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());

        assertMargin(firm, "firm", "960.00", "560.00", "400.00");
        assertMargin(firm, "lender", "560.00", "320.00", "240.00");
        var contract = firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items")
                .path(0);
        assertThat(amount(contract.path("margin")))
                .as("the contract is the seller's")
                .isEqualByComparingTo("400.00");
        var costed = costed(firm, entry).path("transfer");
        assertThat(amount(costed.path("amount"))).isEqualByComparingTo("560.00");
        assertThat(amount(costed.path("rate"))).isEqualByComparingTo("70.00");
        firm.provedRight(invoice.path("invoice").path("invoiceId").asString());
    }

    @Test
    void a_correction_moves_the_margin_of_both(Firm firm) {
        lends(firm);
        transfer(firm, null, "70.00");
        var entry = firm.approvedTime("ana", "work", "2026-03-10", HOURS_8);
        firm.settled();

        firm.as(
                "lead",
                "/v1/time-entries/" + entry + "/corrections",
                of("workDate", "2026-03-10", "seconds", HOURS_6, "reason", "a long break"));
        firm.settled();

        assertMargin(firm, "firm", "720.00", "420.00", "300.00");
        assertMargin(firm, "lender", "420.00", "240.00", "180.00");
    }

    @Test
    void without_an_agreement_the_time_waits_and_its_item_closes_by_itself_once_there_is_one(Firm firm) {
        lends(firm);
        transfer(firm, "partner", "90.00");
        var entry = firm.approvedTime("ana", "work", "2026-03-10", HOURS_8);
        firm.settled();
        assertThat(item(firm, entry).path("status").asString()).isEqualTo("open");
        assertThat(item(firm, entry).path("sentence").asString())
                .startsWith("No transfer rate from legal-entity:" + firm.id("lender") + " to legal-entity:"
                        + firm.id("firm") + " holds for engineer on 2026-03-10.");

        transfer(firm, "engineer", "70.00");
        firm.settled();

        assertThat(item(firm, entry).path("status").asString()).isEqualTo("resolved");
        assertMargin(firm, "lender", "560.00", "320.00", "240.00");
        firm.provedRight();
    }

    private static JsonNode item(Firm firm, String entry) {
        return firm.get("/v1/exceptions?code=INTERCOMPANY_RATE_MISSING&subject=time-entry:" + entry)
                .path("items")
                .path(0);
    }

    private static JsonNode costed(Firm firm, String entry) {
        return firm.get("/v1/history/labour-cost:" + entry)
                .path("events")
                .path(0)
                .path("content");
    }

    /** Ana of the lender works for the firm's customer. */
    private static void lends(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.post(
                "/v1/legal-entities",
                of(
                        "id",
                        firm.id("lender"),
                        "name",
                        "Lender",
                        "country",
                        "DE",
                        "currency",
                        "EUR",
                        "sellerTaxId",
                        "DE987654321",
                        "zone",
                        "Europe/Berlin",
                        "invoiceSeries",
                        "L" + Integer.toHexString(firm.key().hashCode()),
                        "standardRateCard",
                        firm.id("lender-standard"),
                        "holidayCalendar",
                        firm.id("days")));
        firm.post(
                "/v1/people",
                of(
                        "id",
                        firm.id("ana"),
                        "legalEntity",
                        firm.id("lender"),
                        "name",
                        "Ana",
                        "role",
                        "engineer",
                        "employment",
                        "EMPLOYEE",
                        "startDate",
                        "2024-01-01"));
        firm.cost("ana", "40.00", "EUR")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
    }

    private static void transfer(Firm firm, @Nullable String role, String rate) {
        firm.post(
                "/v1/legal-entities/" + firm.id("lender") + "/transfer-rates",
                of(
                        "id",
                        rate + role,
                        "seller",
                        firm.id("firm"),
                        "role",
                        role,
                        "from",
                        "2026-01-01",
                        "rate",
                        rate,
                        "currency",
                        "EUR",
                        "reason",
                        "agreement of the group"));
    }

    private static void assertMargin(Firm firm, String company, String revenue, String cost, String margin) {
        var found = firm.get("/v1/views/margin?by=entity&entity=" + firm.id(company))
                .path("items")
                .path(0);
        assertThat(amount(found.path("revenue"))).as(company).isEqualByComparingTo(revenue);
        assertThat(amount(found.path("cost"))).as(company).isEqualByComparingTo(cost);
        assertThat(amount(found.path("margin"))).as(company).isEqualByComparingTo(margin);
    }
}
