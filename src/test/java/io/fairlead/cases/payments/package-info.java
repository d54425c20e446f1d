/** Cases of money that a bank tells of. */
@NullMarked
package io.fairlead.cases.payments;

import org.jspecify.annotations.NullMarked;
