package io.fairlead.billing;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 8 of the worked cases, and what a row says (R4). */
class TaxComputationTest {

    private static final Map<String, TaxRate> RATES = Map.of(
            "S", new TaxRate(new BigDecimal("0.2"), "VAT Act"), "AE", new TaxRate(BigDecimal.ZERO, "reverse charge"));

    @Test
    void case_8_tax_is_rounded_once_per_document_and_category() {
        var lines = lines("S", "68.33", "68.33", "57.50", "85.00");
        var rows = TaxComputation.rows(lines, "EUR", RATES);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getBase()).isEqualTo(wire("279.16"));
            assertThat(row.getTax()).isEqualTo(wire("55.83")); // By line it would be 55.84.
            assertThat(row.getRate()).isEqualTo(new BigDecimal("0.200000"));
        });
        assertThat(TaxComputation.total(rows, "EUR")).isEqualTo(Money.parse("EUR 55.83"));
    }

    @Test
    void each_category_has_one_row_in_the_order_of_the_codes() {
        var lines = Stream.concat(lines("S", "10.00").stream(), lines("AE", "7.00", "3.00").stream())
                .toList();
        var rows = TaxComputation.rows(lines, "EUR", RATES);

        assertThat(rows).extracting(TaxRow::getCategory).containsExactly("AE", "S");
        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("10"), wire("10"));
        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire("0"), wire("2"));
        assertThat(rows).extracting(TaxRow::getReason).containsExactly("reverse charge", null);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.02, 0.00", "EUR, 0.03, 0.01", "JPY, 2, 0", "JPY, 3, 1", "KWD, 0.002, 0.000", "KWD, 0.003, 0.001"
    })
    void tax_is_rounded_half_up_to_the_currencys_digits(String currency, String net, String tax) {
        var rows = TaxComputation.rows(lines("S", net), currency, RATES);

        assertThat(TaxComputation.total(rows, currency)).isEqualTo(Money.parse(currency + " " + tax));
    }

    @ParameterizedTest
    @CsvSource({"0.025, 1.00, 0.03", "0.0249, 1.00, 0.02"})
    void half_a_cent_of_tax_goes_up(BigDecimal rate, String net, String tax) {
        var rows = TaxComputation.rows(lines("S", net), "EUR", Map.of("S", new TaxRate(rate, "")));

        assertThat(TaxComputation.total(rows, "EUR")).isEqualTo(Money.parse("EUR " + tax));
    }

    @Test
    void a_category_without_a_rate_is_refused() {
        assertRefused("X-02", "taxRates", () -> TaxComputation.rows(lines("Z", "1.00"), "EUR", RATES));
    }

    private static List<InvoiceLine> lines(String category, String... nets) {
        return Stream.of(nets)
                .map(net -> InvoiceLine.newBuilder()
                        .setLineNo(1)
                        .setSourceId("time-entry:e-1")
                        .setPortionNo(1)
                        .setContractLineNo(1)
                        .setProjectId("project:P-1")
                        .setDescription("work")
                        .setServiceDate(WORK_DAY)
                        .setNet(wire(net))
                        .setTaxCategory(category)
                        .build())
                .toList();
    }
}
