/** Billing runs: what is ready goes on planned invoices, and is claimed for them before they are drafted. */
@NullMarked
package io.fairlead.billing.run;

import org.jspecify.annotations.NullMarked;
