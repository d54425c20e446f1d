/** Why a figure is what it is: from the cent back to the events that made it, and from an entry forward. */
@NullMarked
package io.fairlead.app.explain;

import org.jspecify.annotations.NullMarked;
