/** Worked time from record to invoice, and what it cost. */
@NullMarked
package io.fairlead.time;

import org.jspecify.annotations.NullMarked;
