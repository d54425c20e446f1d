package io.fairlead.billing;

import static io.fairlead.billing.BillingExamples.line;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceLine;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R2: printed lines reproduce, or say why not. */
class PrintedLineTest {

    @Test
    void whole_minutes_are_priced_by_60_of_them() {
        var printed = PrintedLine.each(List.of(worked(1, 1_200, "133.33", "44.44")), "EUR")
                .getFirst();

        assertThat(printed.quantity()).isEqualByComparingTo("20");
        assertThat(printed.unit()).isEqualTo("MIN");
        assertThat(printed.baseQuantity()).isEqualByComparingTo("60");
        assertThat(printed.price()).isEqualByComparingTo("133.33");
        assertThat(printed.statement()).isNull();
    }

    @Test
    void other_time_is_priced_by_3600_seconds() {
        var printed = PrintedLine.each(List.of(worked(1, 1_201, "133.33", "44.48")), "EUR")
                .getFirst();

        assertThat(printed.quantity()).isEqualByComparingTo("1201");
        assertThat(printed.unit()).isEqualTo("SEC");
        assertThat(printed.baseQuantity()).isEqualByComparingTo("3600");
    }

    @Test
    void case_10_one_printed_line_for_three_entries_reproduces() {
        var printed = PrintedLine.grouped(
                List.of(
                        worked(1, 1_200, "133.33", "44.45"),
                        worked(2, 1_200, "133.33", "44.44"),
                        worked(3, 1_200, "133.33", "44.44")),
                "EUR");

        assertThat(printed).singleElement().satisfies(line -> {
            assertThat(line.lineNos()).containsExactly(1, 2, 3);
            assertThat(line.quantity()).isEqualByComparingTo("60");
            assertThat(line.net()).isEqualByComparingTo("133.33");
            assertThat(line.statement()).isNull();
        });
    }

    @Test
    void two_cents_off_still_reproduce_and_three_print_one_and_a_statement() {
        var six = Collections.nCopies(6, worked(1, 1_200, "133.33", "44.44")); // 266.64 for 2 h at 133.33: 266.66
        assertThat(PrintedLine.grouped(six, "EUR").getFirst().statement()).isNull();

        var nine = Collections.nCopies(9, worked(1, 1_200, "133.33", "44.44")); // 399.96 for 3 h at 133.33: 399.99
        var printed = PrintedLine.grouped(nine, "EUR").getFirst();
        assertThat(printed.quantity()).isEqualByComparingTo("1");
        assertThat(printed.unit()).isEqualTo("C62");
        assertThat(printed.price()).isEqualByComparingTo("399.96");
        assertThat(printed.net()).isEqualByComparingTo("399.96");
        assertThat(printed.statement())
                .isEqualTo("180 MIN at 133.33 for 60 MIN; the net is the sum of 9 amounts, each rounded");
    }

    @Test
    void other_prices_texts_and_taxes_are_other_lines() {
        var lines = List.of(
                worked(1, 1_200, "133.33", "44.44"),
                worked(2, 1_200, "100.00", "33.33"),
                InvoiceLine.newBuilder(worked(3, 1_200, "133.33", "44.44"))
                        .setTaxCodes(List.of("GST"))
                        .build());

        assertThat(PrintedLine.grouped(lines, "EUR")).hasSize(3);
    }

    @Test
    void an_item_is_one_piece() {
        var item = InvoiceLine.newBuilder(line(1, "billing-item:m-1", "5000"))
                .setSeconds(null)
                .setPrice(null)
                .setSecondsPerUnit(null)
                .build();

        var printed = PrintedLine.each(List.of(item), "EUR").getFirst();
        assertThat(printed.quantity()).isEqualTo(BigDecimal.ONE);
        assertThat(printed.price()).isEqualByComparingTo("5000");
        assertThat(printed.taxCodes()).containsExactly("S");
    }

    @Test
    void what_is_printed_reproduces_for_every_length_of_an_entry() {
        for (int seconds : IntStream.rangeClosed(1, 7_300).toArray()) {
            var net = io.fairlead.shared.Rate.hourly(wire("133.33"), "EUR").times(seconds);
            var printed = PrintedLine.each(
                            List.of(worked(1, seconds, "133.33", net.getAmount().toPlainString())), "EUR")
                    .getFirst();
            assertThat(printed.statement()).isNull();
        }
    }

    private static InvoiceLine worked(int lineNo, int seconds, String price, String net) {
        return InvoiceLine.newBuilder(line(lineNo, "time-entry:e-" + lineNo, net))
                .setSeconds(seconds)
                .setPrice(wire(price))
                .build();
    }
}
