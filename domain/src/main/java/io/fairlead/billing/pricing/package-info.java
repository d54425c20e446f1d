/** Approved time gets its price, and another one when rates change. */
@NullMarked
package io.fairlead.billing.pricing;

import org.jspecify.annotations.NullMarked;
