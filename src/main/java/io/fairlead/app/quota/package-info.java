/** How much each client may ask of Fairlead, counted over all nodes. */
@NullMarked
package io.fairlead.app.quota;

import org.jspecify.annotations.NullMarked;
