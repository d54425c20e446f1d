package io.fairlead.planted;

import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

/** Reads the clock without calling it by its name. */
public class HiddenClock {

    Supplier<Instant> later() {
        return Instant::now;
    }

    @SuppressWarnings("JavaUtilDate")
    Date made() {
        return new Date();
    }
}
