package io.fairlead.gateway.topics;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.event.Level;

/**
 * Looks for a broker before a client of Kafka's is made, which would tell each try of its own loudly. A broker that starts
 * beside the application takes some seconds, and is waited for quietly. One thread.
 */
final class BrokerWatch {

    static final Duration QUIET = Duration.ofSeconds(10);

    private final BooleanSupplier listening;
    private final String addresses;
    private final LongSupplier nanos;
    private boolean isAway;
    private long awaySince;
    private boolean isTold;

    /**
     * @param listening whether somebody listens there
     * @param nanos time that only goes on
     */
    BrokerWatch(BooleanSupplier listening, String addresses, LongSupplier nanos) {
        this.listening = listening;
        this.addresses = addresses;
        this.nanos = nanos;
    }

    /**
     * Returns when somebody listens.
     *
     * @throws BrokerAway told once quietly, once as a warning when it lasts, and else only where everything is told
     */
    void require() {
        if (listening.getAsBoolean()) {
            isAway = false;
            return;
        }
        if (!isAway) {
            isAway = true;
            isTold = false;
            awaySince = nanos.getAsLong();
            throw new BrokerAway(addresses, Level.INFO);
        }
        boolean isLong = nanos.getAsLong() - awaySince >= QUIET.toNanos();
        boolean isNews = isLong && !isTold;
        isTold = isLong;
        throw new BrokerAway(addresses, isNews ? Level.WARN : Level.DEBUG);
    }
}
