package io.fairlead.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountingDatesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final AccountingDates MARCH_CLOSED = AccountingDates.ALL_OPEN.closed(APRIL);

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2026-04-01", // case 16
        "2026-01-15, 2026-04-01",
        "2026-04-01, 2026-04-01",
        "2026-04-02, 2026-04-02"
    })
    void a_fact_of_a_closed_period_counts_on_the_first_open_day(LocalDate service, LocalDate accounting) {
        assertThat(MARCH_CLOSED.of(service)).contains(accounting);
    }

    @Test
    void while_nothing_is_closed_every_day_is_its_own() {
        assertThat(AccountingDates.ALL_OPEN.of(APRIL)).contains(APRIL);
    }

    @Test
    void once_a_company_has_ended_no_day_is_open() {
        assertThat(MARCH_CLOSED.closed(null).of(APRIL)).isEmpty();
    }

    @Test
    void the_last_close_decides() {
        assertThat(MARCH_CLOSED.closed(LocalDate.of(2026, 3, 1)).of(LocalDate.of(2026, 2, 1)))
                .contains(APRIL);
    }
}
