/** Events on Kafka topics: published once, in order, for any Confluent-compatible consumer. */
@NullMarked
package io.fairlead.gateway.topics;

import org.jspecify.annotations.NullMarked;
