/** Customers and legal entities. */
@NullMarked
package io.fairlead.party;

import org.jspecify.annotations.NullMarked;
