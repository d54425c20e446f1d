package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"1.5, 1.5000, true", "1.5, 1.6, false", ", , true", "0, , false", ", 0, false"})
    void amounts_are_compared_by_what_they_are_worth(
            @Nullable BigDecimal one, @Nullable BigDecimal other, boolean same) {
        assertThat(Amounts.same(one, other)).isEqualTo(same);
    }
}
