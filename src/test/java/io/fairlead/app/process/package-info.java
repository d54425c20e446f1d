/** Processes on a real store and a real database. */
@NullMarked
package io.fairlead.app.process;

import org.jspecify.annotations.NullMarked;
