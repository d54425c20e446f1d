/** Tests of explained figures. */
@NullMarked
package io.fairlead.app.explain;

import org.jspecify.annotations.NullMarked;
