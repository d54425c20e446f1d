/** Parked events of views and processes, on the real engine and a real database. */
@NullMarked
package io.fairlead.app.parked;

import org.jspecify.annotations.NullMarked;
