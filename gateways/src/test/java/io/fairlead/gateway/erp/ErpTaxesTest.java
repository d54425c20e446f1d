package io.fairlead.gateway.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErpTaxesTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final ErpTaxes taxes = new ErpTaxes(List.of(
            row("AE", "0.000000", "10", "0", "old law", JUNE),
            row("AE", "0.000000", "20", "0", "new law", JULY),
            row("GST", "0.050000", "360", "18", null),
            row("S", "0.160000", "240", "38.40", null, JUNE),
            row("S", "0.190000", "120", "22.80", null, JULY)));

    @Test
    void a_row_is_told_per_code_and_rate() {
        assertThat(taxes.rows())
                .extracting(row -> row.category() + " " + row.rate() + " " + row.base() + " " + row.tax())
                .containsExactly(
                        "AE 0.000000 30 0", "GST 0.050000 360 18", "S 0.160000 240 38.40", "S 0.190000 120 22.80");
    }

    @Test
    void a_line_is_told_the_rates_of_its_codes_on_its_day() {
        assertThat(taxes.rates(List.of("S", "GST"), JUNE)).isEqualTo("0.16,0.05");
        assertThat(taxes.rates(List.of("S"), JULY)).isEqualTo("0.19");
        assertThat(taxes.rates(List.of("AE"), JULY)).isEqualTo("0");
        assertThatThrownBy(() -> taxes.rates(List.of("S"), JULY.plusDays(1))).hasMessageContaining("S on 2026-07-02");
    }

    private static io.fairlead.billing.event.TaxRow row(
            String code, String rate, String base, String tax, @Nullable String reason, LocalDate... days) {
        return new io.fairlead.billing.event.TaxRow(
                code.equals("GST") ? "S" : code,
                new BigDecimal(rate),
                new BigDecimal(base),
                new BigDecimal(tax),
                reason,
                code,
                null,
                List.of(days));
    }
}
