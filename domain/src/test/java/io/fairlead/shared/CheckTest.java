package io.fairlead.shared;

import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "abc", " b "})
    void text_of_one_to_max_characters_passes(String text) {
        assertThat(Check.text("name", text, 3)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "abcd"})
    void blank_and_long_text_is_refused(String text) {
        assertRefused("G-02", "name", () -> Check.text("name", text, 3));
        assertRefused("G-02", "name", () -> Check.textOrNull("name", text, 3));
    }

    @Test
    void missing_text_is_refused_unless_it_may_miss() {
        assertRefused("G-02", "name", () -> Check.text("name", null, 3));
        assertThat(Check.textOrNull("name", null, 3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"idp|ana", "local|amy", "process|process-billing-run", "a|b|c"})
    void who_acts_is_told_with_who_knows_them(String actor) {
        assertThat(Check.actor("approvedBy", actor)).isEqualTo(actor);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "ana", "|", "|ana", "idp|", " |ana", "idp| "})
    void nobody_does_not_act(@Nullable String actor) {
        assertRefused("G-02", "approvedBy", () -> Check.actor("approvedBy", actor));
    }

    @Test
    void who_acts_has_up_to_200_characters() {
        assertThat(Check.actor("approvedBy", "idp|" + "a".repeat(196))).hasSize(200);
        assertRefused("G-02", "approvedBy", () -> Check.actor("approvedBy", "idp|" + "a".repeat(197)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "JPY", "KWD", "CLF"}) // CLF has four digits.
    void currencies_of_iso_4217_pass(String code) {
        assertThat(Check.currency("currency", code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EU", "EURO", "ZZZ", "XXX", "XAU", ""})
    void what_is_no_money_is_refused(String code) {
        assertRefused("G-02", "currency", () -> Check.currency("currency", code));
    }

    @Test
    void a_word_is_one_of_those_allowed() {
        assertThat(Check.oneOf("policy", "SPLIT", Set.of("SPLIT", "STOP"))).isEqualTo("SPLIT");
        assertRefused("G-02", "policy", () -> Check.oneOf("policy", "split", Set.of("SPLIT", "STOP")));
        assertRefused("G-02", "policy", () -> Check.oneOf("policy", null, Set.of("SPLIT", "STOP")));
    }

    @Test
    void countries_and_zones_are_known_ones() {
        assertThat(Check.country("country", "DE")).isEqualTo("DE");
        assertThat(Check.zone("zone", "Europe/Berlin")).isEqualTo("Europe/Berlin");
        assertRefused("G-02", "country", () -> Check.country("country", "de"));
        assertRefused("G-02", "country", () -> Check.country("country", "XY"));
        assertRefused("G-02", "zone", () -> Check.zone("zone", "Berlin"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "500, true", "0, false", "501, false", "-2147483648, false", "2147483647, false"})
    void a_range_includes_both_ends(int value, boolean inside) {
        if (inside) {
            assertThat(Check.range("lineNo", value, 1, 500)).isEqualTo(value);
        } else {
            assertRefused("G-02", "lineNo", () -> Check.range("lineNo", value, 1, 500));
        }
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01, true", "2199-12-31, true", "1969-12-31, false", "2200-01-01, false"})
    void days_lie_between_1970_and_2199(LocalDate day, boolean inside) {
        if (inside) {
            assertThat(Check.day("day", day)).isEqualTo(day);
        } else {
            assertRefused("G-02", "day", () -> Check.day("day", day));
        }
    }

    @Test
    void a_period_has_at_least_one_day() {
        var day = LocalDate.of(2026, 3, 1);
        Check.period("to", day, null);
        Check.period("to", day, day.plusDays(1));
        assertRefused("G-02", "to", () -> Check.period("to", day, day));
        assertRefused("G-02", "to", () -> Check.period("to", day, day.minusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "1.5, 1.5000",
        "1.50000000, 1.5000",
        "1E3, 1000.0000",
        "99999999999999.9999, 99999999999999.9999"
    })
    void amounts_come_to_the_wires_scale(BigDecimal given, BigDecimal wire) {
        assertThat(Check.amount("amount", given)).isEqualTo(wire);
        assertThat(Check.amount("amount", given.negate())).isEqualTo(wire.negate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "100000000000000", "-100000000000000", "1E1000000", "1E-1000000"})
    void amounts_that_the_wire_cannot_hold_are_refused(BigDecimal given) {
        assertRefused("G-02", "amount", () -> Check.amount("amount", given));
    }

    @Test
    void a_price_of_a_unit_stays_below_what_a_days_worth_of_it_would_not_fit() {
        assertThat(Check.rate("rate", new BigDecimal("999999999.9999"))).isEqualTo("999999999.9999");
        assertThat(Check.rate("rate", BigDecimal.ZERO)).isEqualTo("0.0000");
        assertRefused("G-02", "rate", () -> Check.rate("rate", new BigDecimal("1000000000")));
        assertRefused("G-02", "rate", () -> Check.rate("rate", new BigDecimal("-0.0001")));
    }

    @Test
    void noughts_behind_the_point_are_no_decimals_as_long_as_there_are_at_most_fifty() {
        assertThat(Check.amount("amount", BigDecimal.ONE.setScale(50))).isEqualTo(wire("1"));
        assertRefused("G-02", "amount", () -> Check.amount("amount", BigDecimal.ONE.setScale(51)));
    }

    @Test
    void signs_are_checked() {
        var cent = new BigDecimal("0.0001");
        assertThat(Check.positive("amount", cent)).isEqualTo(cent);
        assertThat(Check.notNegative("amount", BigDecimal.ZERO)).isEqualTo(new BigDecimal("0.0000"));
        assertRefused("G-02", "amount", () -> Check.positive("amount", BigDecimal.ZERO));
        assertRefused("G-02", "amount", () -> Check.notNegative("amount", cent.negate()));
        assertRefused("G-02", "amount", () -> Check.notNegative("amount", null));
    }

    @ParameterizedTest
    @CsvSource({
        "1.01, EUR, true",
        "1.001, EUR, false",
        "1, JPY, true",
        "1.0000, JPY, true",
        "1.1, JPY, false",
        "1.001, KWD, true",
        "1.0001, KWD, false"
    })
    void a_payable_amount_has_no_more_decimals_than_its_currency(BigDecimal amount, String currency, boolean payable) {
        if (payable) {
            assertThat(Check.payable("amount", amount, currency)).isEqualTo(amount);
        } else {
            assertRefused("G-02", "amount", () -> Check.payable("amount", amount, currency));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S, 0, true",
        "S, 1, true",
        "S, 0.000001, true",
        "S, 0.0000001, false",
        "S, 1.000001, false",
        "S, -0.01, false",
        "AE, 0, true",
        "AE, 0.19, false"
    })
    void tax_rates_are_parts_of_the_net_and_only_the_standard_category_has_one(
            String category, BigDecimal rate, boolean taken) {
        if (taken) {
            assertThat(TaxCategories.requireRate(category, rate)).isEqualByComparingTo(rate);
        } else {
            assertRefused("G-02", "rate", () -> TaxCategories.requireRate(category, rate));
        }
    }
}
