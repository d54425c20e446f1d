package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.Line;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedQuantityTest {

    @ParameterizedTest
    @CsvSource({
        "3600, 100.00, 3600, 100.00, 1, HUR, 1",
        "5400, 133.33, 3600, 200.00, 1.5, HUR, 1",
        "36, 100.00, 3600, 1.00, 0.01, HUR, 1",
        "1200, 133.33, 3600, 44.44, 20, MIN, 60",
        "4001, 133.33, 3600, 148.18, 4001, SEC, 3600",
        "14400, 960.00, 28800, 480.00, 0.5, DAY, 1",
        "9600, 960.00, 28800, 320.00, 160, MIN, 480",
        "1, 960.00, 28800, 0.03, 1, SEC, 28800"
    })
    void time_prints_in_the_coarsest_unit_that_holds_it(
            int seconds, String price, int per, String net, String quantity, String unit, int base) {
        var printed = PrintedQuantity.of(line(seconds, price, per, net));
        assertThat(printed.quantity()).isEqualByComparingTo(quantity);
        assertThat(printed.unit()).isEqualTo(unit);
        assertThat(printed.base()).isEqualTo(base);
        assertThat(printed.product(2)).isEqualTo(net);
        assertThat(printed.note()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"44.45, 20, 133.33", "44.46, 20, 133.33", "44.42, 20, 133.33", "44.47, 1, 44.47", "44.41, 1, 44.41"})
    void a_share_of_a_rounded_total_keeps_its_time_up_to_two_cents(String net, String quantity, String price) {
        var printed = PrintedQuantity.of(line(1_200, "133.33", 3_600, net));
        assertThat(printed.quantity()).isEqualByComparingTo(quantity);
        assertThat(printed.price()).isEqualByComparingTo(price);
        assertThat(printed.note()).isEqualTo(quantity.equals("1") ? "20 min at 133.33 per 60 min" : null);
    }

    @Test
    void what_is_given_back_has_a_quantity_below_zero_and_never_a_price() {
        var time = PrintedQuantity.of(line(5_400, "133.33", 3_600, "-200.00"));
        assertThat(time.quantity()).isEqualByComparingTo("-1.5");
        assertThat(time.product(2)).isEqualTo("-200.00");
        var agreed = PrintedQuantity.of(line(null, null, null, "-3200.00"));
        assertThat(agreed.quantity()).isEqualByComparingTo("-1");
        assertThat(agreed.price()).isEqualByComparingTo("3200.00");
    }

    @Test
    void money_without_time_is_one_amount() {
        var printed = PrintedQuantity.of(line(0, "133.33", 3_600, "12.50"));
        assertThat(printed.quantity()).isEqualByComparingTo("1");
        assertThat(printed.price()).isEqualByComparingTo("12.50");
        assertThat(printed.note()).isNull();
    }

    private static Line line(@Nullable Integer seconds, @Nullable String price, @Nullable Integer per, String net) {
        return new Line(
                1,
                "Work",
                Bills.WORKED,
                Bills.WORKED,
                seconds,
                price == null ? null : new BigDecimal(price),
                per,
                new BigDecimal(net),
                List.of("S"),
                Bills.WORKED);
    }
}
