package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Case 10 of the worked cases: shares are parts of the whole (R2). */
class LargestRemainderTest {

    @Test
    void case_10_ties_go_to_the_earliest() {
        assertThat(share("EUR 133.33", "44.4433", "44.4433", "44.4433"))
                .containsExactly(Money.parse("EUR 44.45"), Money.parse("EUR 44.44"), Money.parse("EUR 44.44"));
    }

    @Test
    void the_largest_remainder_comes_first() {
        assertThat(share("EUR 2.01", "0.334", "0.338", "1.338"))
                .containsExactly(Money.parse("EUR 0.33"), Money.parse("EUR 0.34"), Money.parse("EUR 1.34"));
    }

    @Test
    void parts_below_zero_are_shared_too() {
        assertThat(share("EUR -1.00", "-0.335", "-0.335", "-0.33"))
                .containsExactly(Money.parse("EUR -0.33"), Money.parse("EUR -0.34"), Money.parse("EUR -0.33"));
    }

    @Test
    void a_currency_without_digits_is_shared_in_whole_units() {
        assertThat(share("JPY 10", "3.4", "3.3", "3.3"))
                .containsExactly(Money.parse("JPY 4"), Money.parse("JPY 3"), Money.parse("JPY 3"));
    }

    @Test
    void a_part_that_is_rounded_up_has_the_unit_itself() {
        assertThat(share("EUR 1.00", "0.996")).containsExactly(Money.parse("EUR 1.00"));
        assertThat(share("EUR 2.00", "0.999", "0.997"))
                .containsExactly(Money.parse("EUR 1.00"), Money.parse("EUR 1.00"));
    }

    @Test
    void another_total_is_refused() {
        assertThatThrownBy(() -> share("EUR 1.00", "0.333", "0.333")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share("EUR 0.65", "0.333", "0.333")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Money> share(String total, String... parts) {
        return LargestRemainder.share(
                Money.parse(total), Stream.of(parts).map(BigDecimal::new).toList());
    }
}
