/** Starts, watches and stops the processes Fairlead consists of on one machine. */
@NullMarked
package io.fairlead.launch;

import org.jspecify.annotations.NullMarked;
