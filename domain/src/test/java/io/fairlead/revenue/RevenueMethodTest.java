package io.fairlead.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueMethodTest {

    @ParameterizedTest
    @CsvSource({
        "AS_BILLED,        false",
        "AS_INCURRED,      false",
        "PERCENT_COMPLETE, true",
        "STRAIGHT_LINE,    true",
        "ON_MILESTONE,     false"
    })
    void a_new_price_moves_only_what_is_a_share_of_it(RevenueMethod method, boolean shares) {
        assertThat(method.sharesPrice()).isEqualTo(shares);
    }

    @ParameterizedTest
    @CsvSource({
        "             ON_MILESTONE, MILESTONE,        false",
        "            STRAIGHT_LINE, FIXED_FEE,        true",
        "                AS_BILLED, FIXED_FEE,        false",
        "         PERCENT_COMPLETE, PERCENT_COMPLETE, true",
        "              AS_INCURRED, TIME_AND_MATERIALS, true"
    })
    void what_is_not_agreed_follows_from_the_billing(RevenueMethod method, String billing, boolean ends) {
        assertThat(RevenueMethod.of(null, billing, ends)).isEqualTo(method);
        assertThat(RevenueMethod.of("AS_BILLED", billing, ends)).isEqualTo(RevenueMethod.AS_BILLED);
    }
}
