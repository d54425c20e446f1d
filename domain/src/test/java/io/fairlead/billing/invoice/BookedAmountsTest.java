package io.fairlead.billing.invoice;

import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Case 13 of the worked cases: booked and credited at one rate, nothing is left (R13). */
class BookedAmountsTest {

    private static final ExchangeRate BOOKING =
            new ExchangeRate("EUR", "USD", new BigDecimal("1.12"), MONTH_END, "ECB");
    private static final Money NONE = Money.zero(CurrencyUnit.USD);

    @Test
    void case_13_the_invoice_is_booked_at_its_date() {
        var booked = BookedAmounts.of(usd("1100"), NONE, null, BOOKING);

        assertThat(booked.getCurrency()).isEqualTo("EUR");
        assertThat(booked.getNet()).isEqualTo(wire("982.14"));
        assertThat(booked.getTax()).isEqualTo(wire("0"));
        assertThat(booked.getGross()).isEqualTo(wire("982.14"));
        assertThat(booked.getFx()).isEqualTo(BOOKING.asEvent());
    }

    @Test
    void case_13_a_full_credit_leaves_nothing() {
        var booked = BookedAmounts.of(usd("1100"), NONE, null, BOOKING);
        var credited = BookedAmounts.ofCredit(booked, NONE, NONE, List.of(), usd("1100"), NONE, null);

        assertThat(credited.getNet()).isEqualTo(booked.getNet());
        assertThat(credited.getFx()).isEqualTo(booked.getFx());
    }

    @Test
    void credits_in_parts_end_exactly_at_the_invoice() {
        var booked = BookedAmounts.of(usd("100.00"), usd("19.00"), null, BOOKING); // EUR 89.29 + 16.96
        var net = NONE;
        var tax = NONE;
        var credits = new ArrayList<EntityAmounts>();
        for (var part : List.of("33.33", "33.33", "33.34")) {
            var partTax = part.equals("33.34") ? usd("6.34") : usd("6.33");
            credits.add(BookedAmounts.ofCredit(booked, net, tax, credits, usd(part), partTax, null));
            net = net.plus(usd(part));
            tax = tax.plus(partTax);
        }
        assertThat(credits.stream().map(EntityAmounts::getGross).reduce(wire("0"), BigDecimal::add))
                .isEqualTo(booked.getGross())
                .isEqualTo(wire("106.25"));
    }

    @Test
    void a_credit_given_up_leaves_no_cent_between_the_others() {
        var booked = BookedAmounts.of(usd("0.08"), NONE, null, BOOKING); // EUR 0.07
        var second = BookedAmounts.ofCredit(
                booked,
                usd("0.04"),
                NONE,
                List.of(BookedAmounts.of(usd("0.04"), NONE, null, BOOKING)),
                usd("0.04"),
                NONE,
                null);
        var firstAgain = BookedAmounts.ofCredit(booked, usd("0.04"), NONE, List.of(second), usd("0.04"), NONE, null);

        assertThat(second.getNet().add(firstAgain.getNet())).isEqualTo(booked.getNet());
    }

    @Test
    void payments_in_parts_relieve_the_invoice_exactly() {
        var booked = BookedAmounts.of(usd("100.00"), usd("19.00"), null, BOOKING);

        assertThat(BookedAmounts.relieved(booked, usd("119.00"), NONE)).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(BookedAmounts.relieved(booked, usd("119.00"), usd("39.67"))).isEqualTo(Money.parse("EUR 35.42"));
        assertThat(BookedAmounts.relieved(booked, usd("119.00"), usd("119.00"))).isEqualTo(Money.parse("EUR 106.25"));
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
