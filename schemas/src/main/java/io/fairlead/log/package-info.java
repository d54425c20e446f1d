/** The port through which projections, processes and the publisher read the event log. JDK types only. */
@NullMarked
package io.fairlead.log;

import org.jspecify.annotations.NullMarked;
