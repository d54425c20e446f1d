/** Our schema registry: Avro only, Confluent's REST contract, kept in PostgreSQL. */
@NullMarked
package io.fairlead.registry;

import org.jspecify.annotations.NullMarked;
