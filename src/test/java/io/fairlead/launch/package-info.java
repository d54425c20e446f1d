/** Tests of starting and stopping, with real processes. */
@NullMarked
package io.fairlead.launch;

import org.jspecify.annotations.NullMarked;
