/** What happens to whatever can be billed, in one vocabulary over the events of time entries, billing items and expenses. */
@NullMarked
package io.fairlead.source;

import org.jspecify.annotations.NullMarked;
