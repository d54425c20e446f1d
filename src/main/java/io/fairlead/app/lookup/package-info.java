/** The domain's ports, answered from the views. */
@NullMarked
package io.fairlead.app.lookup;

import org.jspecify.annotations.NullMarked;
