package io.fairlead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 1 of the worked cases, and every step of the ladder. */
class RatePrecedenceTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final RateRow STANDARD = row("standard", "legal-entity:GMBH", null, null, "150", JANUARY, null, 1);
    private static final RateRow CLIENT = row("client", "customer:ACME", null, null, "140", JANUARY, null, 2);
    private static final RateRow ANA_ON_PROJECT =
            row("ana", "project:P-1", "person:ana", null, "165", day(10), null, 3);
    private static final RateRow ANA_FREE = row("ana-free", "project:P-1", "person:ana", null, "0", day(20), null, 4);

    @ParameterizedTest
    @CsvSource({"9, client, 1120.00", "10, ana, 1320.00", "19, ana, 1320.00", "20, ana-free, 0.00"})
    void case_1_anas_eight_hours_are_priced_by_the_day(int dayOfMarch, String rateId, String amount) {
        var found = found(day(dayOfMarch), STANDARD, CLIENT, ANA_ON_PROJECT, ANA_FREE);

        assertThat(found.row().rateId()).isEqualTo(rateId);
        assertThat(found.row().rate().times(28_800)).isEqualTo(Money.parse("EUR " + amount));
    }

    @Test
    void an_explicit_zero_is_a_rate_and_nothing_falls_through_it() {
        assertThat(found(day(20), STANDARD, CLIENT, ANA_FREE).level()).isEqualTo(RateLevel.PROJECT_PERSON);
    }

    @Test
    void no_row_is_a_miss_and_never_zero() {
        assertThat(RatePrecedence.choose(question(day(9)), List.of(ANA_ON_PROJECT)))
                .isInstanceOfSatisfying(
                        RateMissing.class, missing -> assertThat(missing.code()).isEqualTo("RATE_MISSING"));
    }

    @Test
    void each_step_of_the_ladder_beats_the_next_whatever_the_order() {
        var ladder = List.of(
                row("1", "contract:K-1", "person:ana", null, "1", JANUARY, null, 1),
                row("2", "contract:K-1", null, "Consultant", "2", day(1), null, 2),
                row("3", "project:P-1", "person:ana", null, "3", day(2), null, 3),
                row("4", "project:P-1", null, "Consultant", "4", day(3), null, 4),
                row("5", "customer:ACME", "person:ana", null, "5", day(4), null, 5),
                row("6", "customer:ACME", null, "Consultant", "6", day(5), null, 6),
                row("7", "legal-entity:GMBH", null, null, "7", day(6), null, 7));
        for (int from = 0; from < ladder.size(); from++) {
            var rest = new ArrayList<>(ladder.subList(from, ladder.size()));
            for (int shift = 0; shift < rest.size(); shift++) {
                rest.add(rest.removeFirst());
                // The level above all cards, a rate of the entry's own, has no row.
                assertThat(found(day(9), rest.toArray(RateRow[]::new)).level()).isEqualTo(RateLevel.values()[from + 1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "19, true", "20, false"})
    void a_period_is_half_open(int dayOfMarch, boolean holds) {
        var row = row("r", "customer:ACME", null, null, "1", day(10), day(20), 1);

        assertThat(row.holdsOn(day(dayOfMarch))).isEqualTo(holds);
        assertThat(RatePrecedence.choose(question(day(dayOfMarch)), List.of(row)) instanceof RateFound)
                .isEqualTo(holds);
    }

    @Test
    void on_one_level_the_latest_first_day_wins() {
        var early = row("early", "customer:ACME", null, null, "1", day(1), null, 9);
        var late = row("late", "customer:ACME", null, null, "2", day(2), null, 1);

        assertThat(found(day(9), early, late).row().rateId()).isEqualTo("late");
        assertThat(found(day(9), late, early).row().rateId()).isEqualTo("late");
    }

    @Test
    void of_one_first_day_the_row_recorded_last_wins() {
        var first = row("first", "customer:ACME", null, null, "1", day(1), null, 1);
        var second = row("second", "customer:ACME", null, null, "2", day(1), null, 2);

        assertThat(found(day(9), first, second).row().rateId()).isEqualTo("second");
        assertThat(found(day(9), second, first).row().rateId()).isEqualTo("second");
    }

    @Test
    void other_people_roles_and_lines_do_not_match() {
        var others = List.of(
                row("bob", "project:P-1", "person:bob", null, "1", JANUARY, null, 1),
                row("lead", "project:P-1", null, "Lead", "1", JANUARY, null, 2),
                row("elsewhere", "project:P-2", null, null, "1", JANUARY, null, 3),
                new RateRow(
                        "rate-card:x",
                        "line",
                        "contract:K-1",
                        2,
                        null,
                        null,
                        null,
                        rate("1", "EUR"),
                        "HOUR",
                        JANUARY,
                        null,
                        4),
                new RateRow(
                        "rate-card:x",
                        "travel",
                        "customer:ACME",
                        null,
                        null,
                        null,
                        "Travel",
                        rate("1", "EUR"),
                        "HOUR",
                        JANUARY,
                        null,
                        6));

        assertThat(RatePrecedence.choose(question(day(9)), others)).isInstanceOf(RateMissing.class);
    }

    @Test
    void the_contracts_own_card_counts_as_the_customers() {
        var row = row("agreed", "customer:OTHER", null, null, "1", JANUARY, null, 1);
        var question = new RateQuestion(
                "contract:K-1",
                1,
                "rate-card:x",
                "project:P-1",
                "customer:ACME",
                "legal-entity:GMBH",
                "person:ana",
                "Consultant",
                null,
                "EUR",
                day(9));

        assertThat(RatePrecedence.choose(question, List.of(row)))
                .isEqualTo(new RateFound(row, RateLevel.CUSTOMER_ROLE));
    }

    @Test
    void a_row_in_another_currency_counts_and_one_in_the_contracts_wins_on_its_level() {
        var dollars = new RateRow(
                "rate-card:x",
                "usd",
                "customer:ACME",
                null,
                null,
                null,
                null,
                rate("1", "USD"),
                "HOUR",
                day(5),
                null,
                5);

        assertThat(found(day(9), STANDARD, dollars).row()).isEqualTo(dollars);
        assertThat(found(day(9), STANDARD, dollars, CLIENT).row()).isEqualTo(CLIENT);
    }

    private static RateFound found(LocalDate day, RateRow... rows) {
        return (RateFound) RatePrecedence.choose(question(day), List.of(rows));
    }

    private static RateQuestion question(LocalDate day) {
        return new RateQuestion(
                "contract:K-1",
                1,
                null,
                "project:P-1",
                "customer:ACME",
                "legal-entity:GMBH",
                "person:ana",
                "Consultant",
                null,
                "EUR",
                day);
    }

    private static RateRow row(
            String id,
            String owner,
            @Nullable String person,
            @Nullable String role,
            String rate,
            LocalDate from,
            @Nullable LocalDate to,
            long position) {
        return new RateRow(
                "rate-card:x", id, owner, null, person, role, null, rate(rate, "EUR"), "HOUR", from, to, position);
    }

    private static Rate rate(String perHour, String currency) {
        return Rate.hourly(new BigDecimal(perHour), currency);
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2026, 3, ofMarch);
    }
}
