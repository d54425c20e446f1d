/** Exchange rates and what amounts are worth in the seller's books (R13). */
@NullMarked
package io.fairlead.billing.fx;

import org.jspecify.annotations.NullMarked;
