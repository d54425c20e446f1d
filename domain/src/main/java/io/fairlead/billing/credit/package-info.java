/** Credit notes: what is left of an invoice, what becomes of the work, and the tax that comes back (R12). */
@NullMarked
package io.fairlead.billing.credit;

import org.jspecify.annotations.NullMarked;
