/** Random histories of a firm, run through the real aggregates and processes, and the plain reckoning they must equal. */
@NullMarked
package io.fairlead.simulation;

import org.jspecify.annotations.NullMarked;
