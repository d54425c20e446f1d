/** Avro contracts at work: stored payloads, wire format, subjects, and the client of a schema registry. */
@NullMarked
package io.fairlead.schema;

import org.jspecify.annotations.NullMarked;
