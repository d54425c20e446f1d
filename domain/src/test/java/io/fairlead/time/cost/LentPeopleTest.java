package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.cost.KnownCosts.EVER;
import static io.fairlead.time.cost.KnownCosts.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Rate;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.cost.CostAnswer.CostMissing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a seller with books in CHF pays for whom another company lends, on a contract in EUR. */
class LentPeopleTest {

    private final KnownCosts facts = new KnownCosts();

    @BeforeEach
    void lent() {
        facts.with("c1", "40", "EUR").exchanging("EUR", "CHF", "0.95");
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.bookCurrency = "CHF";
    }

    @Test
    void a_transfer_in_a_third_currency_needs_a_rate_to_the_books_too() {
        facts.lending("t1", null, "77", "USD", EVER).exchanging("EUR", "USD", "1.1");
        assertThat(cost()).isInstanceOfSatisfying(CostMissing.class, missing -> {
            assertThat(missing.code()).isEqualTo("FX_RATE_MISSING");
            assertThat(missing.sentence()).startsWith("No exchange rate between USD and CHF");
        });

        facts.exchanging("USD", "CHF", "0.9");
        assertThat(transfer())
                .isEqualTo(new Transfer(
                        "t1",
                        Rate.hourly(wire("77"), "USD").with(rate("EUR", "USD", "1.1")),
                        new BookCurrency("CHF", rate("USD", "CHF", "0.9"))));
    }

    @Test
    void a_transfer_in_the_currency_of_the_books_needs_none() {
        facts.lending("t1", null, "70", "CHF", EVER);

        assertThat(transfer())
                .isEqualTo(new Transfer(
                        "t1",
                        Rate.hourly(wire("70"), "CHF").with(rate("EUR", "CHF", "0.95")),
                        new BookCurrency("CHF", null)));
    }

    @Test
    void a_transfer_in_the_currency_of_the_contract_is_converted_for_the_books_alone() {
        facts.lending("t1", null, "70", "EUR", EVER);

        assertThat(transfer())
                .isEqualTo(new Transfer(
                        "t1", Rate.hourly(wire("70"), "EUR"), new BookCurrency("CHF", rate("EUR", "CHF", "0.95"))));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-09, first", "2026-03-10, second", "2026-03-19, second", "2026-03-20, first"})
    void an_agreed_row_holds_from_its_first_day_to_the_day_before_its_end(LocalDate day, String row) {
        var rows =
                List.of(row("first", "EUR", EVER, null, 1), row("second", "EUR", WORK_DAY, WORK_DAY.plusDays(10), 2));

        assertThat(holding(rows, day)).isEqualTo(row);
    }

    @Test
    void a_row_in_the_currency_of_the_contract_goes_before_a_later_one_in_another() {
        assertThat(holding(
                        List.of(row("euros", "EUR", EVER, null, 1), row("dollars", "USD", WORK_DAY, null, 2)),
                        WORK_DAY))
                .isEqualTo("euros");
    }

    @Test
    void of_two_that_begin_together_the_one_recorded_last_holds() {
        assertThat(holding(
                        List.of(row("corrected", "EUR", EVER, null, 2), row("first", "EUR", EVER, null, 1)), WORK_DAY))
                .isEqualTo("corrected");
    }

    private static String holding(List<TransferRow> rows, LocalDate day) {
        return TransferRow.holding(rows, "legal-entity:GMBH", "Consultant", "EUR", day)
                .map(TransferRow::transferRateId)
                .orElse("none");
    }

    private static TransferRow row(String id, String currency, LocalDate from, @Nullable LocalDate to, long position) {
        return new TransferRow(
                id,
                "legal-entity:INC",
                "legal-entity:GMBH",
                null,
                Rate.hourly(wire("70"), currency),
                from,
                to,
                position);
    }

    private CostAnswer cost() {
        return new TimeCosting(() -> facts, AccountingCalendar.ALWAYS_OPEN).cost(approved(1, EIGHT_HOURS, WORK_DAY));
    }

    private @Nullable Transfer transfer() {
        return ((CostFound) cost()).transfer();
    }
}
