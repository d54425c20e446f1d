package io.fairlead.funding;

import io.fairlead.funding.event.FundsPortion;
import io.fairlead.shared.WireAmount;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a stored portion says of its source. Of what was stored before it said so, the draft's pin tells. Read by
 * {@link FundsBook}.
 */
final class ToldPortion {

    /** Of the source's worth. */
    static Money claimed(FundsPortion portion, String currency) {
        return WireAmount.money(Objects.requireNonNullElse(portion.getClaimed(), portion.getAmount()), currency);
    }

    /** Of its time; 0 of what was stored before caps counted hours. */
    static int seconds(FundsPortion portion) {
        return Objects.requireNonNullElse(portion.getSeconds(), 0);
    }

    /**
     * What an invoice billed of the source's worth.
     *
     * @param differing null when it is what the draft held
     */
    static Money claimed(@Nullable FundsPortion differing, Reservation.Pin pin, String currency) {
        return asDrafted(differing) ? pin.claimed() : claimed(Objects.requireNonNull(differing), currency);
    }

    /** The same, of its time. */
    static int seconds(@Nullable FundsPortion differing, Reservation.Pin pin) {
        return asDrafted(differing) ? pin.seconds() : seconds(Objects.requireNonNull(differing));
    }

    /** An amount of 0 without a claim meant that the source had left the draft. */
    private static boolean asDrafted(@Nullable FundsPortion differing) {
        return differing == null
                || (differing.getClaimed() == null && differing.getAmount().signum() != 0);
    }

    private ToldPortion() {}
}
