/** The gate at the start: whether this build may open the store that it was given. */
@NullMarked
package io.fairlead.app.start;

import org.jspecify.annotations.NullMarked;
