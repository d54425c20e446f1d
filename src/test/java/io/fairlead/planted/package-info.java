/** Planted faults: each breaks one rule of the house, so that the rule is seen to turn red. */
@NullMarked
package io.fairlead.planted;

import org.jspecify.annotations.NullMarked;
