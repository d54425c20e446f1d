/** How processes run: they react to the log in order per stream, through the command door, at least once. */
@NullMarked
package io.fairlead.app.process;

import org.jspecify.annotations.NullMarked;
