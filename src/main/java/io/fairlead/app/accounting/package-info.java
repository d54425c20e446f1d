/** Which days of the books are open, and how what commands record is dated by them. */
@NullMarked
package io.fairlead.app.accounting;

import org.jspecify.annotations.NullMarked;
