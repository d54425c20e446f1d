package io.fairlead.shared;

import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Portions.Placed;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a billable source, as commands name it for a draft.
 *
 * @param portionNo from 1, of no other part of the source
 * @param seconds billed time, whole seconds of one day; 0 of what is no time
 * @param amount net, with the sign of the source
 * @param of what it is a share of; null where nobody else pays for the source
 */
public record Portion(
        int portionNo,
        int seconds,
        BigDecimal amount,
        @Nullable SharedWhole of) {

    private static final int SECONDS_MAX = 86_400;

    public Portion {
        Check.range("portionNo", portionNo, 1, 100_000);
        Check.range("seconds", seconds, 0, SECONDS_MAX);
        amount = Check.amount("amount", amount);
    }

    /** Nobody else's share of it is reckoned with. */
    public Portion(int portionNo, int seconds, BigDecimal amount) {
        this(portionNo, seconds, amount, null);
    }

    /**
     * What was unbilled of a source when it was parted between several payers. Once less or more of it is there, a payer who is
     * asked first would have another share than was agreed.
     *
     * @param seconds unbilled then; 0 of what is no time
     * @param amount unbilled then
     * @param invoiceIds drafts that get a part each
     */
    public record SharedWhole(int seconds, BigDecimal amount, List<String> invoiceIds) {

        public SharedWhole {
            amount = Check.amount("amount", amount);
            invoiceIds = List.copyOf(invoiceIds);
        }

        /** @throws RuleViolated with that code when something else is unbilled or on these drafts by now */
        void requireIn(Portions portions, String code) {
            var now = portions.placed().stream()
                    .filter(each -> invoiceIds.contains(each.invoiceId()))
                    .map(Placed::part)
                    .reduce(portions.remaining(), Part::plus);
            if (now.seconds() != seconds || now.amount().compareTo(amount) != 0) {
                throw new RuleViolated(
                        code,
                        "amount",
                        "it is a share of " + AmountText.of(amount) + " and " + seconds + " seconds, but "
                                + AmountText.of(now.amount()) + " and " + now.seconds() + " are to be shared by now",
                        "share that, as the next billing run does");
            }
        }
    }
}
