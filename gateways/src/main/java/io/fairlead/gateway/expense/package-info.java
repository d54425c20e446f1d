/** Files of expenses, read row by row. */
@NullMarked
package io.fairlead.gateway.expense;

import org.jspecify.annotations.NullMarked;
