/** What must hold of any history, reckoned from its events alone. */
@NullMarked
package io.fairlead.simulation.rule;

import org.jspecify.annotations.NullMarked;
