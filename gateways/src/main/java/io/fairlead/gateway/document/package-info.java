/** Invoices and credit notes as documents: one content, printed as PDF and written as UBL. Knows events, never views. */
@NullMarked
package io.fairlead.gateway.document;

import org.jspecify.annotations.NullMarked;
