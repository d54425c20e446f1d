/** Work of one person at the same time, or of more than a day. */
@NullMarked
package io.fairlead.time.overlap;

import org.jspecify.annotations.NullMarked;
