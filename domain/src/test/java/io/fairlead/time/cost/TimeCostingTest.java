package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.cost.KnownCosts.EVER;
import static io.fairlead.time.cost.KnownCosts.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Rate;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.cost.CostAnswer.CostMissing;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ana's hour of 10 March costs, in the contract's currency and in the seller's books. */
class TimeCostingTest {

    private final KnownCosts facts = new KnownCosts();

    @Test
    void the_row_of_the_day_is_the_cost_and_names_what_the_time_is_for() {
        facts.with("c1", "60", "EUR");

        assertThat(cost())
                .isEqualTo(new CostFound(
                        new TimeTarget(PROJECT, null, CONTRACT, 1, ACME, GMBH, "EUR", "Europe/Berlin"),
                        GMBH,
                        "EMPLOYEE",
                        "c1",
                        Rate.hourly(wire("60"), "EUR"),
                        null,
                        null));
    }

    @Test
    void time_that_is_not_billable_costs_as_much() {
        facts.with("c1", "60", "EUR");
        var internal = TimeApproved.newBuilder(approvedOn(WORK_DAY))
                .setTimeClass("NON_BILLABLE")
                .build();

        assertThat(costing(AccountingCalendar.ALWAYS_OPEN).cost(internal)).isInstanceOf(CostFound.class);
    }

    @ParameterizedTest
    @CsvSource({"9, c1", "10, c2", "19, c2", "20, c1"})
    void a_row_holds_from_its_first_day_to_the_day_before_its_end(int dayOfMarch, String row) {
        facts.with("c1", "60", "EUR").with("c2", "70", "EUR", march(10), march(20), 2);

        assertThat(found(march(dayOfMarch)).costRateId()).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({
        "9, EUR, 1, first", // Of two that hold the one that began later,
        "1, EUR, 9, second",
        "2, EUR, 1, first", // of two that began together the one recorded later,
        "2, EUR, 9, second",
        "1, USD, 1, first", // and before either the one in the contract's currency.
        "9, USD, 9, first"
    })
    void of_several_rows_one_wins(int dayOfFirst, String currencyOfSecond, long recordedSecond, String wins) {
        int dayOfSecond = dayOfFirst == 1 && currencyOfSecond.equals("EUR") ? 9 : 2;
        facts.exchanging("EUR", "USD", "1.1")
                .with("first", "60", "EUR", march(dayOfFirst), null, 5)
                .with("second", "70", currencyOfSecond, march(dayOfSecond), null, recordedSecond);

        assertThat(found(WORK_DAY).costRateId()).isEqualTo(wins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal-entity:GMBH", "legal-entity:INC"})
    void no_row_is_a_miss(String employer) {
        facts.employment = new CostingFacts.Employment(employer, "EMPLOYEE");

        assertThat(cost())
                .isEqualTo(new CostMissing(
                        "COST_RATE_MISSING",
                        "person:ana of " + employer
                                + " has no cost rate in EUR on 2026-03-10. Set one, then resolve this item."));
    }

    @Test
    void whom_another_company_employs_costs_what_the_two_agreed() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR").lending("t1", null, "70", "EUR", KnownCosts.EVER);

        assertThat(found(WORK_DAY).rate()).isEqualTo(Rate.hourly(wire("40"), "EUR"));
        assertThat(found(WORK_DAY).transfer()).isEqualTo(new Transfer("t1", Rate.hourly(wire("70"), "EUR"), null));
    }

    @Test
    void a_row_of_the_role_goes_before_one_of_every_role_and_a_later_day_before_an_earlier() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR")
                .lending("role", "Consultant", "71", "EUR", KnownCosts.EVER)
                .lending("later", "Consultant", "72", "EUR", march(2))
                .lending("tomorrow", "Consultant", "73", "EUR", WORK_DAY.plusDays(1))
                .lending("every", null, "70", "EUR", march(5))
                .lending("other", "Partner", "90", "EUR", march(6));

        assertThat(found(WORK_DAY).transfer())
                .extracting(transfer -> transfer == null ? "none" : transfer.transferRateId())
                .isEqualTo("later");
    }

    @Test
    void without_an_agreement_of_the_two_companies_it_is_a_miss() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR").lending("other", "Partner", "90", "EUR", KnownCosts.EVER);

        assertThat(cost())
                .isEqualTo(new CostMissing(
                        "INTERCOMPANY_RATE_MISSING",
                        "No transfer rate from legal-entity:INC to legal-entity:GMBH holds for Consultant on"
                                + " 2026-03-10. Set one, and this item closes by itself."));
    }

    @Test
    void a_transfer_rate_in_another_currency_needs_its_exchange_rate() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR").lending("t1", null, "77", "USD", KnownCosts.EVER);
        assertThat(cost()).isInstanceOfSatisfying(CostMissing.class, missing -> assertThat(missing.code())
                .isEqualTo("FX_RATE_MISSING"));

        facts.exchanging("EUR", "USD", "1.1");

        assertThat(found(WORK_DAY).transfer())
                .isEqualTo(new Transfer(
                        "t1", Rate.hourly(wire("77"), "USD").with(KnownCosts.rate("EUR", "USD", "1.1")), null));
    }

    @ParameterizedTest
    @CsvSource({"contract", "person", "project"})
    void what_is_not_known_yet_is_a_miss(String unknown) {
        facts.with("c1", "60", "EUR");
        switch (unknown) {
            case "contract" -> facts.contractCurrency = null;
            case "person" -> facts.employment = null;
            default -> facts.zone = null;
        }

        assertThat(cost())
                .isEqualTo(new CostMissing(
                        "COST_RATE_MISSING", "The contract or the person of this time is not known yet."));
    }

    @Test
    void whoever_is_lent_or_no_employee_stays_what_they_are() {
        facts.with("c1", "60", "EUR").lending("t1", null, "70", "EUR", KnownCosts.EVER);
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "SUBCONTRACTOR");

        assertThat(found(WORK_DAY).resourceEntityId()).isEqualTo(LegalEntityId.of("INC"));
        assertThat(found(WORK_DAY).employment()).isEqualTo("SUBCONTRACTOR");
    }

    @ParameterizedTest
    @CsvSource({"EUR, USD, 1.25, EUR 384.00", "USD, EUR, 1.25, EUR 600.00"})
    void a_row_in_another_currency_is_converted_whichever_way_its_rate_is_published(
            String base, String quote, String rate, String cost) {
        facts.with("c1", "60", "USD").exchanging(base, quote, rate);

        var found = found(WORK_DAY);
        assertThat(found.rate().fx()).isEqualTo(rate(base, quote, rate));
        assertThat(found.rate().times(EIGHT_HOURS)).isEqualTo(Money.parse(cost));
        assertThat(found.books()).isNull();
    }

    @Test
    void books_in_another_currency_than_the_contract_have_a_cost_of_their_own() {
        facts.with("c1", "60", "USD").exchanging("EUR", "USD", "1.25").exchanging("CHF", "USD", "1.1");
        facts.bookCurrency = "CHF";

        assertThat(found(WORK_DAY).books()).isEqualTo(new BookCurrency("CHF", rate("CHF", "USD", "1.1")));
        assertThat(found(WORK_DAY).rate().fx()).isEqualTo(rate("EUR", "USD", "1.25"));
    }

    @Test
    void a_row_in_the_currency_of_the_books_needs_no_rate_to_them() {
        facts.with("c1", "60", "CHF").exchanging("EUR", "CHF", "0.95");
        facts.bookCurrency = "CHF";

        assertThat(found(WORK_DAY).books()).isEqualTo(new BookCurrency("CHF", null));
    }

    @Test
    void a_row_in_the_currency_of_the_contract_is_converted_for_the_books_alone() {
        facts.with("c1", "60", "EUR").exchanging("EUR", "CHF", "0.95");
        facts.bookCurrency = "CHF";

        assertThat(found(WORK_DAY).rate()).isEqualTo(Rate.hourly(wire("60"), "EUR"));
        assertThat(found(WORK_DAY).books()).isEqualTo(new BookCurrency("CHF", rate("EUR", "CHF", "0.95")));
    }

    @Test
    void a_seller_that_is_not_known_keeps_its_books_in_the_currency_of_the_contract() {
        facts.with("c1", "60", "EUR").bookCurrency = null;

        assertThat(found(WORK_DAY).books()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "USD, EUR, CHF, USD and EUR", // The contract's currency comes first,
        "EUR, EUR, CHF, EUR and CHF", // then the books'.
        "USD, EUR, EUR, USD and EUR"
    })
    void without_an_exchange_rate_there_is_no_cost(String own, String contract, String books, String pair) {
        facts.with("c1", "60", own);
        facts.contractCurrency = contract;
        facts.bookCurrency = books;

        assertThat(cost())
                .isEqualTo(new CostMissing(
                        "FX_RATE_MISSING",
                        "No exchange rate between " + pair + " holds on 2026-03-10. Set one, then resolve this item."));
    }

    @Test
    void a_rate_to_the_contract_is_none_to_the_books() {
        facts.with("c1", "60", "USD").exchanging("EUR", "USD", "1.25").bookCurrency = "CHF";

        assertThat(cost()).isInstanceOfSatisfying(CostMissing.class, missing -> assertThat(missing.sentence())
                .startsWith("No exchange rate between USD and CHF"));
    }

    @Test
    void a_closed_day_costs_as_long_as_a_later_one_is_open() {
        facts.with("c1", "60", "EUR");

        assertThat(costing(_ -> day -> Optional.of(day.plusDays(1))).cost(approvedOn(WORK_DAY)))
                .isInstanceOf(CostFound.class);
    }

    @Test
    void no_open_day_is_a_miss_whatever_else_is_missing() {
        assertThat(costing(_ -> _ -> Optional.empty()).cost(approvedOn(WORK_DAY)))
                .isEqualTo(new CostMissing(
                        "PERIOD_CLOSED",
                        "No day of the books of legal-entity:GMBH is open for work of 2026-03-10."
                                + " Reopen the last period, then resolve this item."));
    }

    private CostAnswer cost() {
        return costing(AccountingCalendar.ALWAYS_OPEN).cost(approvedOn(WORK_DAY));
    }

    private CostFound found(LocalDate day) {
        return (CostFound) costing(AccountingCalendar.ALWAYS_OPEN).cost(approvedOn(day));
    }

    private TimeCosting costing(AccountingCalendar books) {
        return new TimeCosting(() -> facts, books);
    }

    private static TimeApproved approvedOn(LocalDate day) {
        return approved(1, EIGHT_HOURS, day);
    }

    private static LocalDate march(int day) {
        return EVER.plusMonths(2).withDayOfMonth(day);
    }
}
