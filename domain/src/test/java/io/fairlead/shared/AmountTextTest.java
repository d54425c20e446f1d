package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in sentences stand as people write them. */
class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "751.1700, 751.17",
        "-0.5000, -0.50",
        "1000.0000, 1000",
        "0.0000, 0",
        "12.3450, 12.345",
        "0.0001, 0.0001",
        "1E+3, 1000",
    })
    void an_amount_loses_only_the_zeros_that_storing_adds(BigDecimal stored, String written) {
        assertThat(AmountText.of(stored)).isEqualTo(written);
    }
}
