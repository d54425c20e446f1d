/** Invoices from the draft over review, approval, number and issue to the ERP's answer (B-01 to B-17). */
@NullMarked
package io.fairlead.billing.invoice;

import org.jspecify.annotations.NullMarked;
