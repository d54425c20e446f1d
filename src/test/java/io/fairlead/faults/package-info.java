/** The campaigns in their short forms, and each of their checks on a history that is broken on purpose. */
@NullMarked
package io.fairlead.faults;

import org.jspecify.annotations.NullMarked;
