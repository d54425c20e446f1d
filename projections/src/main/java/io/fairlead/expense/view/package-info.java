/** Expenses, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.expense.view;

import org.jspecify.annotations.NullMarked;
