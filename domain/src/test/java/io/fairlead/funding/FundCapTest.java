package io.fairlead.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.FundCap.Per;
import io.fairlead.funding.FundCap.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of a cap, at their first and last days. */
class FundCapTest {

    private static final LocalDate FROM = LocalDate.of(2026, 2, 15);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MONTH, 2026-02-01, 2026-02, 2026-02-01, 2026-03-01",
                "MONTH, 2026-02-28, 2026-02, 2026-02-01, 2026-03-01",
                "MONTH, 2026-12-31, 2026-12, 2026-12-01, 2027-01-01",
                "QUARTER, 2026-03-31, 2026-Q1, 2026-01-01, 2026-04-01",
                "QUARTER, 2026-04-01, 2026-Q2, 2026-04-01, 2026-07-01",
                "QUARTER, 2026-12-31, 2026-Q4, 2026-10-01, 2027-01-01",
                "YEAR, 2026-01-01, 2026, 2026-01-01, 2027-01-01",
                "YEAR, 2026-12-31, 2026, 2026-01-01, 2027-01-01",
                "TERM, 2026-12-31, term, -, -"
            })
    void a_day_belongs_to_one_period(Per per, LocalDate day, String name, LocalDate start, LocalDate end) {
        var cap = new FundCap(Unit.HOURS, per, false, FROM);

        assertThat(cap.nameOf(day)).isEqualTo(name);
        assertThat(cap.start(day)).isEqualTo(start);
        assertThat(cap.end(day)).isEqualTo(end);
        assertThat(cap.upTo(day, new BigDecimal("20"))).isEqualByComparingTo("20");
    }

    /** From the period of the first day of the term, however late in it that is. */
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-01-31, 20",
        "MONTH, 2026-02-15, 20",
        "MONTH, 2026-03-01, 40",
        "MONTH, 2027-02-01, 260",
        "QUARTER, 2026-03-31, 20",
        "QUARTER, 2026-04-01, 40",
        "YEAR, 2027-12-31, 40",
        "TERM, 2027-12-31, 20"
    })
    void what_a_period_leaves_is_added_to_the_next(Per per, LocalDate day, BigDecimal hours) {
        var cap = new FundCap(Unit.HOURS, per, true, FROM);

        assertThat(cap.upTo(day, new BigDecimal("20"))).isEqualByComparingTo(hours);
        assertThat(cap.start(day)).isNull();
    }
}
