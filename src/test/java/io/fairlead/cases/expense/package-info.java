/** Cases 52 to 56, of expenses: edited, corrected, refunded and withdrawn after their approval. */
@NullMarked
package io.fairlead.cases.expense;

import org.jspecify.annotations.NullMarked;
