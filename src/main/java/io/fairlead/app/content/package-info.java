/** What commands may carry, whichever door they come through. */
@NullMarked
package io.fairlead.app.content;

import org.jspecify.annotations.NullMarked;
