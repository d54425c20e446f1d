package io.fairlead.billing.run;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.credit.CreditExamples;
import io.fairlead.billing.run.PayerShares.Part;
import io.fairlead.billing.run.PayerShares.Payer;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerSharesTest {

    private static final List<Payer> THREE = List.of(
            new Payer("customer:A", new BigDecimal("0.333333"), false),
            new Payer("customer:B", new BigDecimal("0.333333"), false),
            new Payer("customer:C", new BigDecimal("0.333334"), true));

    @ParameterizedTest
    @CsvSource({
        "100.00, 33.33, 33.33, 33.34",
        "200.00, 66.67, 66.67, 66.66",
        "0.01, 0.00, 0.00, 0.01",
        "0.02, 0.01, 0.01, 0.00",
        "0.00, 0.00, 0.00, 0.00",
        "-25.00, -8.33, -8.33, -8.34"
    })
    void the_rounding_payer_has_the_residue(String amount, String a, String b, String c) {
        var parts = new PayerShares(THREE, "EUR").next(0, wire(amount));

        assertThat(parts)
                .containsExactly(
                        new Part("customer:A", 0, wire(a)),
                        new Part("customer:B", 0, wire(b)),
                        new Part("customer:C", 0, wire(c)));
    }

    @Test
    void three_invoices_taxed_alone_have_20_01_of_tax() {
        var taxes = new PayerShares(THREE, "EUR")
                .next(0, wire("100")).stream()
                        .map(part -> TaxComputation.rows(
                                List.of(new TaxedLine(1, List.of("S"), part.amount(), WORK_DAY)),
                                "EUR",
                                TaxMode.DOCUMENT,
                                CreditExamples.AT_20))
                        .map(rows -> TaxComputation.total(rows, "EUR").getAmount())
                        .toList();

        assertThat(taxes).allSatisfy(tax -> assertThat(tax).isEqualByComparingTo("6.67"));
        assertThat(taxes.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("20.01");
    }

    @Test
    void entry_after_entry_a_payer_has_its_share_of_the_sum() {
        var shares = new PayerShares(THREE, "EUR");
        var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (int entry = 0; entry < 10; entry++) {
            var parts = shares.next(360, wire("10.00"));
            assertThat(parts.stream().mapToInt(Part::seconds).sum()).isEqualTo(360);
            for (int i = 0; i < 3; i++) {
                sums[i] = sums[i].add(parts.get(i).amount());
            }
        }

        assertThat(sums).containsExactly(wire("33.33"), wire("33.33"), wire("33.34"));
    }

    @Test
    void the_parts_are_always_the_entry_and_never_below_zero() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4_711);
        var quarters = new ArrayList<Payer>();
        for (int i = 0; i < 4; i++) {
            quarters.add(new Payer("customer:" + i, new BigDecimal("0.25"), i == 0));
        }
        var shares = new PayerShares(quarters, "EUR");
        for (int i = 0; i < 5_000; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(6), 2);
            var parts = shares.next(random.nextInt(5), amount);
            assertThat(parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(amount);
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.amount()).isNotNegative();
                assertThat(part.seconds()).isNotNegative();
            });
        }
    }

    @Test
    void the_shares_are_the_whole_and_one_payer_has_the_residue() {
        assertRefused("B-17", "payers", () -> new PayerShares(THREE.subList(0, 2), "EUR"));
        assertRefused(
                "B-17", "payers", () -> new PayerShares(List.of(THREE.get(2), THREE.get(2), THREE.get(2)), "EUR"));
        assertRefused("B-17", "payers", () -> new PayerShares(List.of(), "EUR"));
    }

    @Test
    void nobody_is_named_as_a_payer_of_nothing() {
        assertRefused("B-17", "payers", () -> shared("0.0000", "1.0000"));
    }

    @Test
    void shares_of_four_digits_may_miss_the_whole_by_the_last_of_them() {
        assertThat(shared("0.3333", "0.6666").next(0, wire("100")))
                .extracting(Part::amount)
                .containsExactly(wire("33.33"), wire("66.67"));
        assertRefused("B-17", "payers", () -> shared("0.3333", "0.6665"));
    }

    /** The second one takes the residue. */
    private static PayerShares shared(String first, String second) {
        return new PayerShares(
                List.of(
                        new Payer("customer:A", new BigDecimal(first), false),
                        new Payer("customer:B", new BigDecimal(second), true)),
                "EUR");
    }
}
