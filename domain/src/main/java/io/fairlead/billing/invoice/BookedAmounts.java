package io.fairlead.billing.invoice;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document's totals in the seller's book currency (R13, BT-6, BT-111). A credit note takes the booking rate of its invoice,
 * so that a full credit leaves nothing: USD 1,100.00 booked at 1.12 is EUR 982.14 both ways, whatever the rate is by then.
 */
public final class BookedAmounts {

    /** Of a document at a booking rate. */
    public static EntityAmounts of(Money net, Money tax, @Nullable PayableRounding rounding, ExchangeRate fx) {
        var converted = rounding == null
                ? null
                : fx.convert(WireAmount.money(
                        rounding.getAmount(), net.getCurrencyUnit().getCode()));
        return amounts(fx.convert(net), fx.convert(tax), converted, fx);
    }

    /**
     * Of a credit at the rate of its invoice: what is credited to date, converted, less what the credits before were booked
     * with, so that the credits of an invoice end exactly at its amounts, also when one between them was given up.
     *
     * @param invoice of the invoice
     * @param netBefore credited before, in the document's currency, >= 0
     * @param taxBefore credited before
     * @param booked of the credits before
     * @param net credited now, >= 0
     * @param tax credited now
     * @param roundedToDate sum of the roundings of these and this; null where nothing is rounded
     */
    public static EntityAmounts ofCredit(
            EntityAmounts invoice,
            Money netBefore,
            Money taxBefore,
            List<EntityAmounts> booked,
            Money net,
            Money tax,
            @Nullable Money roundedToDate) {
        var fx = ExchangeRate.of(invoice.getFx());
        return amounts(
                fx.convert(netBefore.plus(net)).minus(sum(invoice, booked, EntityAmounts::getNet)),
                fx.convert(taxBefore.plus(tax)).minus(sum(invoice, booked, EntityAmounts::getTax)),
                roundedToDate == null
                        ? null
                        : fx.convert(roundedToDate).minus(sum(invoice, booked, BookedAmounts::rounding)),
                fx);
    }

    private static Money sum(
            EntityAmounts invoice, List<EntityAmounts> booked, Function<EntityAmounts, BigDecimal> figure) {
        return WireAmount.money(
                booked.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add), invoice.getCurrency());
    }

    /**
     * What payments or credits of so much relieve of the invoice in the book currency; all of it relieves all of it.
     *
     * @param payable of the document, above 0
     * @param settled of it by now
     */
    public static Money relieved(EntityAmounts invoice, Money payable, Money settled) {
        var booked = WireAmount.money(invoice.getGross().add(rounding(invoice)), invoice.getCurrency());
        var digits = booked.getCurrencyUnit().getDecimalPlaces();
        BigDecimal share = booked.getAmount()
                .multiply(settled.getAmount())
                .divide(payable.getAmount(), digits, RoundingMode.HALF_UP);
        return Money.of(booked.getCurrencyUnit(), share);
    }

    private static BigDecimal rounding(EntityAmounts amounts) {
        return Objects.requireNonNullElse(amounts.getRounding(), BigDecimal.ZERO);
    }

    private static EntityAmounts amounts(Money net, Money tax, @Nullable Money rounding, ExchangeRate fx) {
        return EntityAmounts.newBuilder()
                .setCurrency(net.getCurrencyUnit().getCode())
                .setFx(fx.asEvent())
                .setNet(WireAmount.amount(net))
                .setTax(WireAmount.amount(tax))
                .setGross(WireAmount.amount(net.plus(tax)))
                .setRounding(rounding == null ? null : WireAmount.amount(rounding))
                .build();
    }

    private BookedAmounts() {}
}
