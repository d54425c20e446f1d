package io.fairlead.registry;

import java.util.List;

/**
 * One version of a subject.
 *
 * @param subject its name
 * @param version from 1
 * @param id of the schema, the same in all subjects
 * @param text the schema as Avro JSON
 * @param references what the schema builds upon
 * @param deleted softly deleted: still readable by id
 */
record Registered(String subject, int version, int id, String text, List<Reference> references, boolean deleted) {}
