package io.fairlead.billing;

import io.fairlead.contract.RateAnswer;
import io.fairlead.time.event.TimeApproved;

/** Port: the price of approved time (R1), as the views know it at the event's position or later. */
public interface RateLookup {

    /** The price on the day of work. */
    RateAnswer onDayOf(TimeApproved event);
}
