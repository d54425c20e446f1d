/** Random histories on their way through the real views, and explained from them. */
@NullMarked
package io.fairlead.simulation;

import org.jspecify.annotations.NullMarked;
