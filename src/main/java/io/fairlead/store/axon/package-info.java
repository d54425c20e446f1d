/** The thin layer between Axon Framework 4 and the event store; the only place that knows both. */
@NullMarked
package io.fairlead.store.axon;

import org.jspecify.annotations.NullMarked;
