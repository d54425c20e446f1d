/** Doors where people log in. */
@NullMarked
package io.fairlead.app.web.identity;

import org.jspecify.annotations.NullMarked;
