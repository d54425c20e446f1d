package io.fairlead.billing.pricing;

import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;

/** What becomes of the work items that propose what to do about parts of an entry at a former price. */
final class PriceProposals {

    private final RepricingLookup lookup;
    private final Commands commands;
    private final CuredWork told;

    /** @param process the processing group that closes them */
    PriceProposals(RepricingLookup lookup, Commands commands, StreamHistory history, String process) {
        this.lookup = lookup;
        this.commands = commands;
        this.told = new CuredWork(commands, history, process);
    }

    /** Closes those that have nothing more to propose. */
    void close(String entry, Instant at, String eventId) {
        RepricingOrders.closable(entry, lookup, told, at)
                .forEach(code -> told.close(code, entry, "nothing stands at another price", at, eventId));
    }

    /** A draft was issued as it was: what was proposed for it is proposed for the invoice. */
    void follow(String entry, Instant at, String eventId) {
        if (told.isOpen(RepricingOrders.ON_DRAFT, entry, at)) {
            lookup.of(entry).ifPresent(now -> propose(now, at, eventId));
            close(entry, at, eventId);
        }
    }

    private void propose(Repricing entry, Instant at, String eventId) {
        entry.found()
                .flatMap(found -> RepricingOrders.afterBilling(entry, found, at, eventId))
                .ifPresent(order -> commands.send(order.command(), order.key()));
    }
}
