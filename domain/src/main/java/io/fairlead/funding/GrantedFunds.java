package io.fairlead.funding;

import io.fairlead.shared.AmountText;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What sources have reserved, as a draft asks for it. Read by {@link Funding}.
 *
 * @param book who has what
 * @param share key of the order that the draft draws from
 */
record GrantedFunds(FundsBook book, String share) {

    private static final String REMEDY = "take what is reserved; the rest is over a limit or on another draft";

    /**
     * Refuses a draft more than the source has reserved, in money or, where hours are capped, in time.
     *
     * @throws RuleViolated F-03
     */
    void require(DraftFunds.Portion portion) {
        var known = book.find(portion.sourceId());
        var granted = known == null ? null : known.shares().get(share);
        var amount = granted == null ? BigDecimal.ZERO : granted.getAmount();
        if (known == null || amount.compareTo(portion.amount()) < 0) {
            throw refused(portion, "amount", AmountText.of(amount), AmountText.of(portion.amount()));
        }
        int seconds = seconds(known, granted);
        if (book.limits().countHours(known) && portion.seconds() > seconds + rounding(known)) {
            throw refused(portion, "seconds", seconds + " s", portion.seconds() + " s");
        }
    }

    /** Parts of a source are rounded to seconds and its money to a smallest unit, which at a low price is worth many seconds. */
    private static int rounding(Reservation known) {
        return 1 + known.openSecondsOf(Money.ofMinor(known.worth().getCurrencyUnit(), 1));
    }

    private static int seconds(Reservation known, @Nullable Money granted) {
        return granted == null ? 0 : known.openSecondsOf(granted);
    }

    private static RuleViolated refused(DraftFunds.Portion portion, String field, String has, String wanted) {
        return new RuleViolated(
                "F-03", "portions." + field, portion.sourceId() + " has " + has + " reserved, not " + wanted, REMEDY);
    }
}
