package io.fairlead.billing.pricing;

import io.fairlead.contract.RateAnswer;
import io.fairlead.time.event.TimeApproved;

/** Port to the capability that agrees on prices: what approved time is priced with (R1, R2, R13, R14), as its rule decides. */
@FunctionalInterface
public interface RateLookup {

    /** The price on the day of work. */
    RateAnswer onDayOf(TimeApproved event);
}
