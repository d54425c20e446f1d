/** Values and refusals that every capability uses. */
@NullMarked
package io.fairlead.shared;

import org.jspecify.annotations.NullMarked;
