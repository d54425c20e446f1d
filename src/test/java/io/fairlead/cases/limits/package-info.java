/** The worked cases of limits at every door. */
@NullMarked
package io.fairlead.cases.limits;

import org.jspecify.annotations.NullMarked;
