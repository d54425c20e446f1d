package io.fairlead.faults;

/**
 * One event as it stands in the log.
 *
 * @param position in the log, from 1
 * @param stream its aggregate
 * @param sequence in its stream, from 0
 * @param eventId its id
 * @param key of the command that caused it
 */
record Stored(long position, String stream, long sequence, String eventId, String key) {}
