package io.fairlead.billing.invoice;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.document.PayableAmounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayableTest {

    private static final BigDecimal FIVE = new BigDecimal("0.0500");

    @ParameterizedTest
    @CsvSource({
        "108.12, 0.05, -0.02",
        "108.13, 0.05, 0.02",
        "108.15, 0.05, 0.00",
        "-108.12, 0.05, 0.02",
        "0.02, 0.05, -0.02",
        "0.03, 0.05, 0.02",
        "7.45, 0.10, 0.05",
        "7.44, 0.10, -0.04",
        "7.25, 0.50, 0.25",
        "7.49, 1.00, -0.49",
        "7.50, 1.00, 0.50",
        "-7.50, 1.00, -0.50"
    })
    void the_nearest_step_is_paid_and_of_two_the_one_away_from_0(String gross, String step, String added) {
        assertThat(Payable.rounding(chf(gross), new BigDecimal(step)))
                .isEqualTo(new PayableRounding(new BigDecimal(step).setScale(4), wire(added)));
    }

    @Test
    void without_a_step_it_is_paid_to_the_cent() {
        assertThat(Payable.rounding(chf("108.12"), null)).isNull();
        assertThat(Payable.ofCredit(null, chf("36.04"), List.of())).isNull();
        assertThat(PayableAmounts.of(wire("108.12"), null)).isEqualByComparingTo("108.12");
    }

    @Test
    void credits_are_rounded_to_date_and_end_at_what_the_invoice_asked_for() {
        var invoice = Payable.rounding(chf("108.12"), FIVE);
        var before = new ArrayList<CreditReserved>();
        for (int third = 1; third <= 3; third++) {
            before.add(credit("36.04", Payable.ofCredit(invoice, chf("36.04"), before)));
        }
        assertThat(before.stream().map(Payable::of)).containsExactly(chf("36.05"), chf("36.05"), chf("36.00"));
    }

    @Test
    void after_one_was_given_up_the_next_makes_it_up() {
        var invoice = Payable.rounding(chf("108.12"), FIVE);
        var second = credit("36.04", Payable.ofCredit(invoice, chf("36.04"), List.of(credit("36.04", step("0.01")))));
        var rest = credit("72.08", Payable.ofCredit(invoice, chf("72.08"), List.of(second)));

        assertThat(Payable.of(second).plus(Payable.of(rest))).isEqualTo(chf("108.10"));
    }

    private static PayableRounding step(String amount) {
        return new PayableRounding(FIVE, wire(amount));
    }

    private static CreditReserved credit(String gross, @Nullable PayableRounding rounding) {
        var credit = new CreditReserved();
        credit.put("gross", wire(gross));
        credit.put("currency", "CHF");
        credit.put("payableRounding", Objects.requireNonNull(rounding));
        return credit;
    }

    private static Money chf(String amount) {
        return Money.parse("CHF " + amount);
    }
}
