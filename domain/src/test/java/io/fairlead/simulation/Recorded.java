package io.fairlead.simulation;

import org.apache.avro.specific.SpecificRecord;

/**
 * One event of a history.
 *
 * @param position place in the log, from 1
 * @param stream whose it is
 * @param event what happened
 */
public record Recorded(long position, String stream, SpecificRecord event) {}
