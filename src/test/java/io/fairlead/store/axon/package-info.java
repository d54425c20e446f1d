/** Tests of commands through Axon into the event store. */
@NullMarked
package io.fairlead.store.axon;

import org.jspecify.annotations.NullMarked;
