/** Commands about what customers owe and what they paid. */
@NullMarked
package io.fairlead.cli.receivable;

import org.jspecify.annotations.NullMarked;
