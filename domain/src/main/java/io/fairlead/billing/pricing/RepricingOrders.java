package io.fairlead.billing.pricing;

import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.RepriceTime;
import io.fairlead.time.TimeEntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What follows from another price of an entry: its unbilled part is repriced, of the rest a person is told. */
final class RepricingOrders {

    /** Work items that propose what to do about parts that stand at a former price, by where they stand. */
    static final String ON_DRAFT = "RATE_CHANGED_ON_DRAFT";

    private static final String AFTER_BILLING = "RATE_CHANGED_AFTER_BILLING";
    private static final Map<Standing, String> PROPOSALS =
            Map.of(Standing.DRAFTED, ON_DRAFT, Standing.INVOICED, AFTER_BILLING);

    /** All that follows, each with a key of the event that it follows from. */
    static List<Keyed> of(Repricing entry, RateFound found, String reason, Instant at, String eventId) {
        var orders = new ArrayList<Keyed>();
        if (entry.delta(Standing.UNBILLED).isPresent()) {
            orders.add(reprice(entry, found, reason, false, eventId));
        }
        proposed(entry, Standing.DRAFTED).ifPresent(delta -> {
            var sentence =
                    "A draft has " + entry.timeEntryId() + " " + difference(entry, Standing.DRAFTED, found, delta)
                            + ". Remove its line: the next run bills the new price.";
            orders.add(new Keyed(raise(ON_DRAFT, entry, sentence, delta, at), key(entry, eventId) + "/drafted"));
        });
        afterBilling(entry, found, at, eventId).ifPresent(orders::add);
        return orders;
    }

    /** What is told of parts that were billed at a former price. */
    static Optional<Keyed> afterBilling(Repricing entry, RateFound found, Instant at, String eventId) {
        return proposed(entry, Standing.INVOICED).map(delta -> {
            var sentence = entry.timeEntryId() + " was billed " + difference(entry, Standing.INVOICED, found, delta)
                    + ". Credit and rebill it, or leave it as billed.";
            return new Keyed(raise(AFTER_BILLING, entry, sentence, delta, at), key(entry, eventId) + "/invoiced");
        });
    }

    /** By amounts: the entry's own rate is that of what is unbilled, which has been repriced. */
    private static String difference(Repricing entry, Standing standing, RateFound found, Money delta) {
        var amount = entry.amount(standing);
        return "for " + amount + "; at the rate of "
                + AmountText.of(found.row().rate().perUnit()) + " now it comes to " + amount.plus(delta)
                + ", a difference of " + delta;
    }

    /**
     * Something of it became unbilled: it gets the price of today's cards; nothing where it has that, or nobody knows it.
     *
     * @param again also when it has that rate already
     */
    static Optional<Keyed> unbilled(Repricing entry, String how, boolean again, String eventId) {
        return entry.changesWhatIsUnbilled()
                ? entry.found()
                        .map(found -> reprice(entry, found, "the price of today's cards, " + how, again, eventId))
                : Optional.empty();
    }

    /** A rate that could not be used when it was set can be used now. One that has moved since is nobody's news. */
    static List<Keyed> resumed(Repricing entry, Instant at, String eventId) {
        return entry.found()
                .filter(found -> !entry.isPrice(found.row().rate()))
                .map(found ->
                        of(entry, found, "the price of today's cards, once what was missing is known", at, eventId))
                .orElse(List.of());
    }

    /** Nobody knows the price any more: a person is told what is missing. */
    static Keyed missing(Repricing entry, RateMissing missing, Instant at, String eventId) {
        return new Keyed(raise(missing.code(), entry, missing.sentence(), null, at), key(entry, eventId));
    }

    /** Codes of the work items about an entry that have nothing more to propose. */
    static List<String> closable(String entry, RepricingLookup lookup, CuredWork told, Instant at) {
        return PROPOSALS.entrySet().stream()
                .filter(proposal -> told.isTold(proposal.getValue(), entry, at))
                .filter(proposal -> lookup.of(entry)
                        .flatMap(found -> proposed(found, proposal.getKey()))
                        .isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Optional<Money> proposed(Repricing entry, Standing standing) {
        return entry.delta(standing).filter(delta -> !delta.isZero());
    }

    /**
     * The command that gives what is unbilled of the entry the price found.
     *
     * @param again also when it has that rate already
     */
    private static Keyed reprice(Repricing entry, RateFound found, String reason, boolean again, String eventId) {
        var row = found.row();
        var command = new RepriceTime(
                new TimeEntryId(entry.timeEntryId()),
                row.rateCardId(),
                row.rateId(),
                found.level(),
                row.rate(),
                row.unit(),
                reason,
                null,
                again);
        return new Keyed(command, key(entry, eventId));
    }

    private static String key(Repricing entry, String eventId) {
        return "reprice/" + entry.timeEntryId() + "/" + eventId;
    }

    private static RaiseException raise(
            String code, Repricing entry, String sentence, @Nullable Money delta, Instant at) {
        return RaiseException.restating(
                code,
                entry.timeEntryId(),
                sentence,
                OwnerRole.FINANCE_OPERATIONS,
                delta == null
                        ? null
                        : new Stake(
                                WireAmount.amount(delta.abs()),
                                delta.getCurrencyUnit().getCode()),
                entry.legalEntityId(),
                at);
    }

    private RepricingOrders() {}
}
