/** Tests of how the parts of the application are put together. */
@NullMarked
package io.fairlead.app.wiring;

import org.jspecify.annotations.NullMarked;
