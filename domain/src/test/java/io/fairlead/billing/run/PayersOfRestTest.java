package io.fairlead.billing.run;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.run.PayerShares.Part;
import io.fairlead.billing.run.PayerShares.Payer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What came back from one of several payers is that payer's again (case 34). */
class PayersOfRestTest {

    /** 40, 35 and 25 of a hundred; the first takes the residue. */
    private static final List<Payer> PAYERS = List.of(
            new Payer("customer:b", new BigDecimal("0.35"), false),
            new Payer("customer:c", new BigDecimal("0.25"), false),
            new Payer("customer:a", new BigDecimal("0.40"), true));

    @Test
    void what_came_back_from_one_payer_is_that_payers_alone() {
        assertThat(rest(left(3_780, "105.00"), has("a", 4_321, "120.01"), has("c", 2_700, "75.00")))
                .containsExactly("b 3780 105.00", "c 0 0.00", "a 0 0.00");
    }

    @Test
    void another_price_of_what_came_back_moves_nothing_to_others() {
        assertThat(rest(left(3_780, "210.00"), has("a", 4_321, "120.01"), has("c", 2_700, "75.00")))
                .containsExactly("b 3780 210.00", "c 0 0.00", "a 0 0.00");
    }

    @Test
    void what_came_back_from_two_is_parted_as_they_had_it() {
        assertThat(rest(left(6_480, "180.00"), has("a", 4_320, "120.00")))
                .containsExactly("b 3780 105.00", "c 2700 75.00", "a 0 0.00");
    }

    @Test
    void more_of_an_entry_is_everybodys_as_agreed() {
        assertThat(rest(
                        left(3_600, "100.00"),
                        has("a", 1_440, "40.00"),
                        has("b", 1_260, "35.00"),
                        has("c", 900, "25.00")))
                .containsExactly("b 1260 35.00", "c 900 25.00", "a 1440 40.00");
    }

    @Test
    void what_one_payer_had_less_by_rounding_makes_it_pay_nothing() {
        assertThat(rest(left(0, "105.01"), has("a", 0, "120.00"), has("c", 0, "74.99")))
                .containsExactly("b 0 105.01", "c 0 0.00", "a 0 0.00");
    }

    /** Three payers: 0.03 may be their rounding, 0.04 are not. */
    @Test
    void a_cent_less_for_each_payer_is_rounding_and_more_is_owed() {
        assertThat(rest(left(0, "105.03"), has("a", 0, "119.97"), has("c", 0, "75.00")))
                .containsExactly("b 0 105.03", "c 0 0.00", "a 0 0.00");
        assertThat(rest(left(0, "105.04"), has("a", 0, "119.96"), has("c", 0, "75.00")))
                .containsExactly("b 0 105.00", "c 0 0.00", "a 0 0.04");
    }

    @Test
    void of_two_who_lack_as_much_the_first_one_has_the_rest() {
        assertThat(rest(left(0, "0.02"), has("a", 0, "120.00"), has("b", 0, "104.99"), has("c", 0, "74.99")))
                .containsExactly("b 0 0.02", "c 0 0.00", "a 0 0.00");
    }

    @Test
    void a_rest_of_a_cent_goes_to_who_lacks_most() {
        assertThat(rest(left(0, "0.01"), has("a", 0, "120.00"), has("b", 0, "105.00"), has("c", 0, "74.99")))
                .containsExactly("b 0 0.00", "c 0 0.01", "a 0 0.00");
    }

    @Test
    void what_lowers_an_invoice_comes_back_below_zero() {
        assertThat(rest(left(0, "-35.00"), has("a", 0, "-40.00"), has("c", 0, "-25.00")))
                .containsExactly("b 0 -35.00", "c 0 0.00", "a 0 0.00");
    }

    @Test
    void of_limited_work_that_much_is_parted_as_is_granted() {
        var parts = new PayerShares(PAYERS, "EUR")
                .ofRest(
                        Map.of("customer:a", new Part("customer:a", 4_320, wire("120.00"))),
                        left(6_480, "180.00"),
                        3_600,
                        wire("100.00"));

        assertThat(told(parts)).containsExactly("b 2100 58.33", "c 1500 41.67", "a 0 0.00");
    }

    private static Part left(int seconds, String amount) {
        return new Part("", seconds, wire(amount));
    }

    private static Part has(String payer, int seconds, String amount) {
        return new Part("customer:" + payer, seconds, wire(amount));
    }

    private static List<String> rest(Part left, Part... have) {
        var by = Stream.of(have).collect(Collectors.toMap(Part::payerId, part -> part));
        return told(new PayerShares(PAYERS, "EUR").ofRest(by, left, left.seconds(), left.amount()));
    }

    private static List<String> told(List<Part> parts) {
        return parts.stream()
                .map(part -> part.payerId().replace("customer:", "") + " " + part.seconds() + " "
                        + part.amount().setScale(2).toPlainString())
                .toList();
    }
}
