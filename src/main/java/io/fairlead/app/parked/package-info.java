/** Events that a view or a process could not take: listed, retried, set aside with a reason; by people, on record. */
@NullMarked
package io.fairlead.app.parked;

import org.jspecify.annotations.NullMarked;
