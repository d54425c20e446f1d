package io.fairlead.cases.revenue;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 43: straight line, 36,500 for 2026; from 1 April 45,650, prospective: the months before keep their revenue. */
@ExtendWith(CaseStack.class)
class Case43ProspectiveByDaysTest {

    @Test
    void months_before_the_day_keep_the_old_price_and_the_rest_is_spread_over_what_is_left(Firm firm) {
        signed(firm);

        assertThat(closed(firm, "2026-01")).isEqualByComparingTo("3100.00"); // 36,500 x 31/365
        assertThat(closed(firm, "2026-02")).isEqualByComparingTo("2800.00");
        assertThat(closed(firm, "2026-03")).isEqualByComparingTo("3100.00");
        amended(firm, "more", "2026-04-01", "45650.00");

        assertThat(toDate(firm, "2026-03")).isEqualByComparingTo("9000.00");
        assertThat(closed(firm, "2026-04")).isEqualByComparingTo("3998.18"); // 36,650 x 30/275
        assertThat(revenue(firm, "2026-03-31")).isEqualByComparingTo("9000.00");
        assertThat(revenue(firm, "2026-04-30")).isEqualByComparingTo("12998.18");
        firm.provedRight();
    }

    @Test
    void a_change_agreed_ahead_moves_no_day_before_it(Firm firm) {
        signed(firm);
        amended(firm, "more", "2026-04-01", "45650.00");

        assertThat(closed(firm, "2026-01")).isEqualByComparingTo("3100.00");
        assertThat(closed(firm, "2026-02")).isEqualByComparingTo("2800.00");
        assertThat(closed(firm, "2026-03")).isEqualByComparingTo("3100.00");
        assertThat(closed(firm, "2026-04")).isEqualByComparingTo("3998.18");
        assertThat(toDate(firm, "2026-12")).as("all of it by the end").isEqualByComparingTo("45650.00");
        firm.provedRight();
    }

    @Test
    void a_change_for_days_of_closed_books_is_made_up_for_in_the_open_period(Firm firm) {
        signed(firm);
        assertThat(closed(firm, "2026-04")).isEqualByComparingTo("12000.00"); // 36,500 x 120/365, the first close
        amended(firm, "more", "2026-04-01", "45650.00");

        assertThat(revenue(firm, "2026-04-30")).as("closed is closed").isEqualByComparingTo("12000.00");
        // 9,000.00 + 36,650 x 61/275 = 17,129.64 by the end of May
        assertThat(closed(firm, "2026-05")).isEqualByComparingTo("5129.64");
        assertThat(revenue(firm, "2026-04-30")).isEqualByComparingTo("12000.00");
        assertThat(revenue(firm, "2026-05-31")).isEqualByComparingTo("17129.64");
        firm.provedRight();
    }

    private static void signed(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .contract(
                        "year",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        of("termTo", "2027-01-01"),
                        List.of(line(
                                1, "FIXED_FEE", "amount", "36500.00", "terms", of("revenueMethod", "STRAIGHT_LINE"))));
    }

    private static void amended(Firm firm, String id, String day, String price) {
        firm.as(
                "lead",
                "/v1/contracts/" + firm.id("year") + "/amendments",
                of(
                        "id",
                        id,
                        "effectiveOn",
                        day,
                        "treatment",
                        "PROSPECTIVE",
                        "reason",
                        "more of the same",
                        "lines",
                        List.of(of("lineNo", 1, "amount", price))));
        firm.settled();
    }

    /** What the close of a month books. */
    private static BigDecimal closed(Firm firm, String month) {
        var before = booked(firm);
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/" + month + "/close", of());
        firm.settled();
        return booked(firm).subtract(before);
    }

    private static BigDecimal booked(Firm firm) {
        return amount(firm.get("/v1/obligations?contract=" + firm.id("year"))
                .path("items")
                .path(0)
                .path("booked"));
    }

    private static BigDecimal toDate(Firm firm, String month) {
        return amount(firm.get("/v1/periods/" + firm.id("firm") + "/" + month + "/proposal")
                .path("lines")
                .path(0)
                .path("toDate"));
    }

    /** Booked with accounting dates up to the day. */
    private static BigDecimal revenue(Firm firm, String lastDay) {
        return amount(firm.get("/v1/positions?contract=" + firm.id("year") + "&accountingTo=" + lastDay)
                .path("items")
                .path(0)
                .path("revenue"));
    }
}
