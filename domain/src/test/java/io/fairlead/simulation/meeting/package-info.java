/** What the random histories have to meet, counted: features of contracts, every two of them on one, and rare occurrences. */
@NullMarked
package io.fairlead.simulation.meeting;

import org.jspecify.annotations.NullMarked;
