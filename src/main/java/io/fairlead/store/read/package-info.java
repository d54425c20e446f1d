/** The read side of the store: pages of the log, streams, saved states, and the signal that the log grew. */
@NullMarked
package io.fairlead.store.read;

import org.jspecify.annotations.NullMarked;
