/** Expenses over HTTP. */
@NullMarked
package io.fairlead.expense.api;

import org.jspecify.annotations.NullMarked;
