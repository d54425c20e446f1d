package io.fairlead.store;

/**
 * The schema an event is written with, kept beside the events so that they stay readable.
 *
 * @param fingerprint CRC-64-AVRO of the text
 * @param json Avro JSON
 */
public record WriterSchema(long fingerprint, String json) {}
