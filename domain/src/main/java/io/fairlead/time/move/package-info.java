/** Time that moves to another line, project or customer, on its way there. */
@NullMarked
package io.fairlead.time.move;

import org.jspecify.annotations.NullMarked;
