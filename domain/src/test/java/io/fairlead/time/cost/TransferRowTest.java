package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Rate;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.cost.CostAnswer.CostMissing;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the seller pays the employer of whom it borrows: which row of their agreement, and in which books. */
class TransferRowTest {

    private static final LocalDate BEFORE = WORK_DAY.minusDays(30);

    @Test
    void a_row_holds_up_to_the_day_before_its_end() {
        assertThat(holding(row("t1", null, "EUR", BEFORE, WORK_DAY.plusDays(1), 1)))
                .isEqualTo("t1");
        assertThat(holding(row("t1", null, "EUR", BEFORE, WORK_DAY, 1))).isEqualTo("none");
        assertThat(holding(row("t1", null, "EUR", WORK_DAY, null, 1))).isEqualTo("t1");
        assertThat(holding(row("t1", null, "EUR", WORK_DAY.plusDays(1), null, 1)))
                .isEqualTo("none");
    }

    @Test
    void of_two_rows_that_of_the_contracts_currency_holds_though_it_is_older() {
        var euros = row("euros", null, "EUR", BEFORE, null, 1);
        var dollars = row("dollars", null, "USD", WORK_DAY, null, 2);

        assertThat(holding(euros, dollars)).isEqualTo("euros");
        assertThat(holding(dollars, euros)).isEqualTo("euros");
    }

    @Test
    void a_row_of_the_role_goes_before_the_currency_and_the_one_recorded_last_is_right() {
        assertThat(holding(
                        row("every", null, "EUR", WORK_DAY, null, 1),
                        row("role", "Consultant", "USD", BEFORE, null, 2),
                        row("mended", "Consultant", "USD", BEFORE, null, 3)))
                .isEqualTo("mended");
    }

    @Test
    void books_in_a_third_currency_need_a_rate_from_that_of_the_agreement() {
        var facts = lending("USD")
                .exchanging("EUR", "CHF", "0.95") // What the hour costs the employer is told in CHF.
                .exchanging("EUR", "USD", "1.1");
        assertThat(cost(facts)).isInstanceOfSatisfying(CostMissing.class, missing -> assertThat(missing.sentence())
                .startsWith("No exchange rate between USD and CHF"));

        facts.exchanging("USD", "CHF", "0.8");
        assertThat(transfer(facts))
                .isEqualTo(new Transfer(
                        "t1",
                        Rate.hourly(wire("70"), "USD").with(KnownCosts.rate("EUR", "USD", "1.1")),
                        new BookCurrency("CHF", KnownCosts.rate("USD", "CHF", "0.8"))));
    }

    @Test
    void an_agreement_in_the_currency_of_the_books_is_booked_as_it_is() {
        var facts = lending("CHF").exchanging("EUR", "CHF", "0.95");

        assertThat(transfer(facts).books()).isEqualTo(new BookCurrency("CHF", null));
    }

    @Test
    void an_agreement_in_the_currency_of_the_contract_is_converted_for_the_books_alone() {
        var facts = lending("EUR").exchanging("EUR", "CHF", "0.95");

        assertThat(transfer(facts))
                .isEqualTo(new Transfer(
                        "t1",
                        Rate.hourly(wire("70"), "EUR"),
                        new BookCurrency("CHF", KnownCosts.rate("EUR", "CHF", "0.95"))));
    }

    /** Ana, employed by INC at CHF 40, lent at 70 to a seller whose contract is in EUR and whose books are in CHF. */
    private static KnownCosts lending(String currency) {
        var facts = new KnownCosts().with("c1", "40", "CHF").lending("t1", null, "70", currency, KnownCosts.EVER);
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.bookCurrency = "CHF";
        return facts;
    }

    private static Transfer transfer(KnownCosts facts) {
        return Objects.requireNonNull(((CostFound) cost(facts)).transfer());
    }

    private static CostAnswer cost(KnownCosts facts) {
        return new TimeCosting(() -> facts, AccountingCalendar.ALWAYS_OPEN).cost(approved(1, EIGHT_HOURS, WORK_DAY));
    }

    private static String holding(TransferRow... rows) {
        return TransferRow.holding(List.of(rows), "legal-entity:GMBH", "Consultant", "EUR", WORK_DAY)
                .map(TransferRow::transferRateId)
                .orElse("none");
    }

    private static TransferRow row(
            String id, @Nullable String role, String currency, LocalDate from, @Nullable LocalDate to, long position) {
        return new TransferRow(
                id,
                "legal-entity:INC",
                "legal-entity:GMBH",
                role,
                Rate.hourly(wire("70"), currency),
                from,
                to,
                position);
    }
}
