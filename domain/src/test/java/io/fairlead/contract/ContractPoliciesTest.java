package io.fairlead.contract;

import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.ContractPolicies.DocumentPolicies;
import io.fairlead.contract.ContractPolicies.Payer;
import io.fairlead.contract.ContractPolicies.TimeRounding;
import io.fairlead.party.CustomerId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractPoliciesTest {

    @ParameterizedTest
    @CsvSource({
        "0.5 0.5, true",
        "0.333333 0.333333 0.333333, true",
        "1, true",
        "0.5 0.499998, true",
        "0.5 0.499997, false",
        "0.5 0.4, false",
        "0.5 0.6, false",
        "0.333332 0.333332 0.333332, false"
    })
    void the_shares_of_the_payers_sum_to_one(String shares, boolean taken) {
        if (taken) {
            assertThat(paidBy(shares).payers()).hasSize(shares.split(" ", -1).length);
        } else {
            assertRefused("C-05", "policies.payers.share", () -> paidBy(shares));
        }
    }

    @Test
    void time_stands_on_invoices_in_one_of_four_ways() {
        assertThat(ContractPolicies.DEFAULT.documents().lines()).isEqualTo(LineDetail.EACH);
        assertThat(LineDetail.of(null)).isEqualTo(LineDetail.EACH);
        for (var detail : LineDetail.values()) {
            assertThat(LineDetail.of(detail.name())).isEqualTo(detail);
        }
        assertRefused("G-02", "policies.invoiceLines", () -> LineDetail.of("WEEK"));
    }

    @Test
    void exactly_one_payer_takes_the_residue() {
        assertRefused(
                "C-05",
                "policies.payers.takesResidue",
                () -> with(List.of(payer("a", "0.5", true), payer("b", "0.5", true))));
        assertRefused(
                "C-05",
                "policies.payers.takesResidue",
                () -> with(List.of(payer("a", "0.5", false), payer("b", "0.5", false))));
    }

    @Test
    void a_payer_stands_once() {
        assertRefused(
                "C-05",
                "policies.payers.customerId",
                () -> with(List.of(payer("a", "0.5", true), payer("a", "0.5", false))));
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.1", "1.000001", "0.0000001"})
    void a_share_is_above_zero_and_at_most_one(String share) {
        assertRefused("G-02", "policies.payers.share", () -> payer("a", share, true));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "5, true", "6, true", "15, true", "30, true", "0, false", "10, false"})
    void time_is_rounded_to_known_steps(int minutes, boolean taken) {
        if (taken) {
            assertThat(new TimeRounding("UP", minutes, "DAY").minutes()).isEqualTo(minutes);
        } else {
            assertRefused("G-02", "policies.timeRounding.minutes", () -> new TimeRounding("UP", minutes, "DAY"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.1", "0.50", "1", "1.00"})
    void what_is_to_pay_is_rounded_to_a_step_of_cash(BigDecimal step) {
        assertThat(new DocumentPolicies("WANTED", step).payableStep()).isEqualTo(wire(step.toPlainString()));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.01", "0.25", "0.051", "2", "-0.05"})
    void no_other_step_of_cash_is_agreed(BigDecimal step) {
        assertRefused("G-02", "policies.payableRounding", () -> new DocumentPolicies("WANTED", step));
    }

    @Test
    void without_a_step_the_cents_are_to_pay() {
        assertThat(new DocumentPolicies("REQUIRED", null).payableStep()).isNull();
    }

    private static ContractPolicies paidBy(String shares) {
        var payers = new ArrayList<Payer>();
        for (var share : shares.split(" ", -1)) {
            payers.add(payer("payer-" + payers.size(), share, payers.isEmpty()));
        }
        return with(payers);
    }

    private static Payer payer(String key, String share, boolean takesResidue) {
        return new Payer(CustomerId.of(key), new BigDecimal(share), takesResidue);
    }

    private static ContractPolicies with(List<Payer> payers) {
        var defaults = ContractPolicies.DEFAULT;
        return new ContractPolicies(
                defaults.rounding(),
                defaults.timeRounding(),
                defaults.limitPolicy(),
                defaults.limit(),
                defaults.taxRounding(),
                defaults.invoicePer(),
                defaults.midnight(),
                defaults.slaDays(),
                defaults.fxDate(),
                payers,
                defaults.documents());
    }
}
