package io.fairlead.gateway.topics;

import org.slf4j.event.Level;

/** Nobody listens where Kafka is said to be. */
final class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Level level;

    /** @param level at which it is told */
    BrokerAway(String addresses, Level level) {
        super("nobody listens at %s, which FAIRLEAD_KAFKA names".formatted(addresses));
        this.level = level;
    }

    Level level() {
        return level;
    }
}
