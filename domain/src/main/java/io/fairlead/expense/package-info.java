/** Money that people spend for projects: recorded with its receipt, approved by somebody else, costed, priced and billed. */
@NullMarked
package io.fairlead.expense;

import org.jspecify.annotations.NullMarked;
