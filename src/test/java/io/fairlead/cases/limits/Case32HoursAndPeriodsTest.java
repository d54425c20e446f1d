package io.fairlead.cases.limits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 32: caps of hours and of money, by month, quarter, year or term; what a month leaves is carried over, or is not. */
@ExtendWith(CaseStack.class)
class Case32HoursAndPeriodsTest {

    @Test
    void what_a_month_leaves_is_carried_over(Firm firm) {
        contract(firm, cap("HOURS", "20", "MONTH", true));
        works(firm, "2026-01", 15);
        works(firm, "2026-02", 26);

        var _ = bills(firm, "2026-01-31", "1500.00");
        var february = bills(firm, "2026-02-28", "2500.00");

        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("100.00");
        assertThat(used(firm))
                .containsExactly(
                        "line-1-hours-month/2026-01 15.00 of 20.00", "line-1-hours-month/2026-02 40.00 of 40.00");
        firm.provedRight(february);
    }

    @Test
    void without_carry_over_each_month_stands_alone(Firm firm) {
        contract(firm, cap("HOURS", "20", "MONTH", false));
        works(firm, "2026-01", 15);
        works(firm, "2026-02", 26);

        var _ = bills(firm, "2026-01-31", "1500.00");
        var february = bills(firm, "2026-02-28", "2000.00");

        assertThat(firm.amounts("over-limit", "overLimit")).hasSize(6).containsOnly("100.00");
        firm.provedRight(february);
    }

    /** The tightest holds: 10 h a quarter and 1,100.00 a year; of 12 h in the first quarter and 2 in the second 11 fit. */
    @Test
    void money_and_hours_hold_both(Firm firm) {
        contract(firm, cap("HOURS", "10", "QUARTER", false), cap("MONEY", "1100.00", "YEAR", false));
        works(firm, "2026-03", 12);
        works(firm, "2026-04", 2);

        var issued = bills(firm, "2026-04-30", "1100.00");

        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("100.00", "100.00", "100.00");
        assertThat(used(firm))
                .containsExactly(
                        "line-1-hours-quarter/2026-Q1 10.00 of 10.00",
                        "line-1-hours-quarter/2026-Q2 1.00 of 10.00",
                        "line-1-money-year/2026 1100.00 of 1100.00");
        firm.provedRight(issued);
    }

    /** Over the term; an entry that does not fit whole is parted by its time. */
    @Test
    void a_cap_of_the_term_parts_the_entry_that_crosses_it(Firm firm) {
        contract(firm, cap("HOURS", "1.5", "TERM", false));
        firm.approvedTime("ana", "work", "2026-03-02", 7_200);

        var issued = bills(firm, "2026-03-31", "150.00");

        assertThat(firm.get("/v1/invoices/" + issued)
                        .path("lines")
                        .path(0)
                        .path("seconds")
                        .asInt())
                .isEqualTo(5_400);
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("50.00");
        firm.provedRight(issued);
    }

    private static void contract(Firm firm, Object... caps) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(line(1, "TIME_AND_MATERIALS", "terms", of("caps", List.of(caps)))));
    }

    private static Map<String, Object> cap(String unit, String amount, String per, boolean carryOver) {
        return of("unit", unit, "amount", amount, "per", per, "carryOver", carryOver);
    }

    /** So many hours, one a day. */
    private static void works(Firm firm, String month, int hours) {
        for (int day = 1; day <= hours; day++) {
            firm.approvedTime("ana", "work", month + "-%02d".formatted(day), 3_600);
        }
    }

    private static String bills(Firm firm, String cutOff, String net) {
        var drafts = firm.bill(cutOff);
        assertThat(drafts).hasSize(1);
        var id = drafts.getFirst().path("invoiceId").asString();
        assertThat(amount(firm.issue(id).path("invoice").path("net"))).isEqualByComparingTo(net);
        assertThat(firm.bill(cutOff)).isEmpty();
        return id;
    }

    private static List<String> used(Firm firm) {
        return firm.get("/v1/contracts/" + firm.id("work") + "/funding")
                .path("items")
                .valueStream()
                .map(limit -> limit.path("limitId").asString() + " "
                        + amount(limit.path("billed")).setScale(2).toPlainString() + " of "
                        + amount(limit.path("limit")).setScale(2).toPlainString())
                .toList();
    }
}
