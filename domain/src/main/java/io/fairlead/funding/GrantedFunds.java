package io.fairlead.funding;

import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What sources have reserved, as a draft asks for it. Read by {@link Funding}.
 *
 * @param book who has what
 * @param share key of the order that the draft draws from
 */
record GrantedFunds(FundsBook book, String share) {

    /**
     * Refuses a draft more than the source has reserved.
     *
     * @throws RuleViolated F-03
     */
    void require(DraftFunds.Portion portion) {
        var known = book.find(portion.sourceId());
        var granted = Optional.ofNullable(known)
                .map(source -> source.shares().get(share))
                .map(Money::getAmount)
                .orElse(BigDecimal.ZERO);
        if (known == null || granted.compareTo(portion.amount()) < 0) {
            throw new RuleViolated(
                    "F-03",
                    "portions.amount",
                    portion.sourceId() + " has " + granted.toPlainString() + " reserved, not "
                            + portion.amount().toPlainString(),
                    "take what is reserved; the rest is over a limit or on another draft");
        }
    }
}
