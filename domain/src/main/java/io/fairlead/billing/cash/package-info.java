/** Money that arrives and pays invoices. */
@NullMarked
package io.fairlead.billing.cash;

import org.jspecify.annotations.NullMarked;
