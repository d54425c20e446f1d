/** Limits of contracts and purchase orders: who may be billed how much, in the order of the work (R3). */
@NullMarked
package io.fairlead.funding;

import org.jspecify.annotations.NullMarked;
