/** Tests of the gate at the start. */
@NullMarked
package io.fairlead.app.start;

import org.jspecify.annotations.NullMarked;
