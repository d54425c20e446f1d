package io.fairlead.billing.pricing;

import io.fairlead.contract.RateChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: priced entries and what the cards say of them, as the views know both at the event's position or later. */
public interface RepricingLookup {

    /** A row as it stands, for days from one on; empty when the card has none of that name. */
    Optional<RateChange> of(String rateCardId, String rateId, LocalDate from);

    /** Entries that the change may concern, with what the cards say after it; those whose price stays are missing. */
    List<Repricing> affectedBy(RateChange change);

    /** As {@link #affectedBy}, as if the change were booked; nothing is written. */
    List<Repricing> ifItWere(RateChange change);

    /** Approved time without a price that would get one, when its work item is resolved, if the change were booked. */
    List<FreedWork> freedIfItWere(RateChange change);

    /** One entry, wherever its parts stand; empty when it has no price, or all of it has the price that the cards give. */
    Optional<Repricing> of(String timeEntryId);
}
