/** Avro contracts at work: stored payloads, wire format, compatibility rules, registry client. */
@NullMarked
package io.fairlead.schema;

import org.jspecify.annotations.NullMarked;
