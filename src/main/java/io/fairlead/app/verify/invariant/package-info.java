/** What must always hold, each with the differences it finds. */
@NullMarked
package io.fairlead.app.verify.invariant;

import org.jspecify.annotations.NullMarked;
