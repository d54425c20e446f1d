/** The write side of the store: requests are gathered, batched and committed by one thread. */
@NullMarked
package io.fairlead.store.append;

import org.jspecify.annotations.NullMarked;
