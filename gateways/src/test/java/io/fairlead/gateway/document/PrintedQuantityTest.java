package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedQuantityTest {

    @ParameterizedTest
    @CsvSource({
        "3600, 100.00, 3600, 100.00, 1, HUR",
        "5400, 133.33, 3600, 200.00, 1.5, HUR",
        "36, 100.00, 3600, 1.00, 0.01, HUR",
        "14400, 960.00, 28800, 480.00, 0.5, DAY",
        "36000, 0.00, 3600, 0.00, 10, HUR"
    })
    void time_that_two_decimals_hold_is_told_by_the_quantity(
            int seconds, String price, int per, String net, String quantity, String unit) {
        var printed = PrintedQuantity.of(line(seconds, price, per, net));
        assertThat(printed.quantity()).isEqualByComparingTo(quantity);
        assertThat(printed.unit()).isEqualTo(unit);
        assertThat(printed.product(2)).isEqualTo(net);
        assertThat(printed.time()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "5719, 178.00, 3600, 282.77, 1.5886, HUR, 1:35:19 h",
        "1200, 133.33, 3600, 44.44, 0.3333, HUR, 0:20 h",
        "4001, 133.33, 3600, 148.18, 1.1114, HUR, 1:06:41 h",
        "9600, 960.00, 28800, 320.00, 0.33333, DAY, 2:40 h",
        "1, 960.00, 28800, 0.03, 0.00003, DAY, 0:00:01 h",
        "1, 0.00, 3600, 0.00, 0.01, HUR, 0:00:01 h",
        "73110, 61.80, 3600, 1255.06, 20.3084, HUR, 20:18:30 h",
        "86399, 99999999.99, 3600, 2399972221.98, 23.9997222222, HUR, 23:59:59 h"
    })
    void other_time_has_as_many_digits_as_give_its_amount_and_is_told_to_the_second(
            int seconds, String price, int per, String net, String quantity, String unit, String time) {
        var printed = PrintedQuantity.of(line(seconds, price, per, net));
        assertThat(printed.quantity()).isEqualByComparingTo(quantity);
        assertThat(printed.unit()).isEqualTo(unit);
        assertThat(printed.product(2)).isEqualTo(net);
        assertThat(untold(printed)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "44.45, 0.3334, 133.33, 0:20 h",
        "44.46, 0.3333, 133.33, 0:20 h",
        "44.42, 0.3333, 133.33, 0:20 h",
        "44.47, 1, 44.47, 0:20 h at 133.33 / h",
        "44.41, 1, 44.41, 0:20 h at 133.33 / h"
    })
    void a_share_of_a_rounded_total_keeps_its_time_up_to_two_cents(
            String net, String quantity, String price, String untold) {
        var printed = PrintedQuantity.of(line(1_200, "133.33", 3_600, net));
        assertThat(printed.price()).isEqualByComparingTo(price);
        assertThat(printed.product(2).subtract(new BigDecimal(net)).abs()).isLessThanOrEqualTo(new BigDecimal("0.02"));
        assertThat(untold(printed)).isEqualTo(untold);
        assertThat(printed.quantity()).isEqualByComparingTo(quantity);
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
        assertThat(printed.time()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "5719, 178.00, 3600, 282.77, 1:35:19 h, ''",
        "1200, 133.33, 3600, 44.45, 0:20 h, reckoned as 0.3334 h",
        "5400, 133.33, 3600, -200.00, -1:30 h, ''",
        "9600, 960.00, 28800, 320.00, 0.33333 d, 2:40 h",
        "1200, 133.33, 3600, 44.47, 1, 0:20 h at 133.33 / h"
    })
    void people_read_hours_as_a_clock_has_them_and_decimals_where_only_those_give_the_amount(
            int seconds, String price, int per, String net, String read, String unread) {
        var line = line(seconds, price, per, net);
        var printed = PrintedQuantity.of(line);
        var words = Words.of(DocumentLanguage.EN);
        assertThat(words.read(printed, line).replace(Words.JOINED, " ")).isEqualTo(read);
        assertThat(words.unread(printed).replace(Words.JOINED, " ")).isEqualTo(unread);
    }

    private static String untold(PrintedQuantity printed) {
        return Words.of(DocumentLanguage.EN).untold(printed).replace(Words.JOINED, " ");
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
                Bills.WORKED,
                Work.UNNAMED);
    }
}
