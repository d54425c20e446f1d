package io.fairlead.store;

/**
 * Where an append stands in the log.
 *
 * @param firstPosition of its first event; 0 when it had none
 * @param lastPosition of its last event; 0 when it had none
 */
public record Appended(long firstPosition, long lastPosition) {

    public static final Appended NOTHING = new Appended(0, 0);
}
