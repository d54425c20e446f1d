package io.fairlead.time;

import io.fairlead.shared.AmountText;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * What of approved time is on no draft and no invoice, and its price: events that TimeEntry records.
 *
 * @param price that counts now
 * @param remaining some seconds
 */
record PriceOfRemaining(TimePriced price, Part remaining) {

    /**
     * Nothing when it has that price.
     *
     * @throws RuleViolated T-18
     */
    List<SpecificRecord> repriced(RepriceTime command) {
        var share = command.share();
        if (share == null) {
            // What came back from a draft or an invoice may have a former price, beside a rest that has this one.
            return same(ChangeEvents.rateOf(price), command.rate()) && !(command.again() && isOff(command.rate()))
                    ? List.of()
                    : List.of(ChangeEvents.repriced(price, remaining, command));
        }
        requireShare(command.rate(), remaining.seconds(), share);
        return same(ChangeEvents.rateOf(price), command.rate())
                        && remaining.amount().compareTo(share) == 0
                ? List.of()
                : List.of(ChangeEvents.repriced(price, remaining, command));
    }

    private boolean isOff(Rate rate) {
        var amount = WireAmount.money(remaining.amount(), price.getCurrency());
        return !rate.isPriceOf(remaining.seconds(), amount);
    }

    /** A share is the entry's own amount, a smallest unit more or less. */
    private static void requireShare(Rate rate, int seconds, BigDecimal share) {
        var own = rate.times(seconds);
        var unit = BigDecimal.ONE.movePointLeft(own.getCurrencyUnit().getDecimalPlaces());
        if (own.getAmount().subtract(share).abs().compareTo(unit) > 0) {
            throw new RuleViolated(
                    "T-18",
                    "share",
                    AmountText.of(share) + " is no share of a line for time that is worth " + own,
                    "share what the line sums up by largest remainder");
        }
    }

    private static boolean same(Rate one, Rate other) {
        return one.perUnit().compareTo(other.perUnit()) == 0
                && one.secondsPerUnit() == other.secondsPerUnit()
                && one.currency().equals(other.currency())
                && Objects.equals(one.fx(), other.fx());
    }
}
