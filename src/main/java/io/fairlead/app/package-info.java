/** The application: wiring, adapters between the domain's ports and the views, start-up checks. */
@NullMarked
package io.fairlead.app;

import org.jspecify.annotations.NullMarked;
