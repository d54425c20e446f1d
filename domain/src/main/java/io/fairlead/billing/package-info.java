/** Billing items, runs, invoices, tax, numbers, receipts. */
@NullMarked
package io.fairlead.billing;

import org.jspecify.annotations.NullMarked;
