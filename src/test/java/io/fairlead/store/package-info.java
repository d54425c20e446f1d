/** Tests of the event store on a real PostgreSQL. */
@NullMarked
package io.fairlead.store;

import org.jspecify.annotations.NullMarked;
