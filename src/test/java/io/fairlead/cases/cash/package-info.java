/** The worked cases of money that comes in: what it pays, what is left, and what comes back. */
@NullMarked
package io.fairlead.cases.cash;

import org.jspecify.annotations.NullMarked;
