/** Commands about money spent for projects. */
@NullMarked
package io.fairlead.cli.expense;

import org.jspecify.annotations.NullMarked;
