/** What payers do not pay of their invoices: withheld for tax, small rests, discounts, bad debts; and what they contest. */
@NullMarked
package io.fairlead.billing.deduction;

import org.jspecify.annotations.NullMarked;
