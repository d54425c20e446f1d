/** Whether a draft is fit for an electronic invoice by EN 16931, told before it is issued. */
@NullMarked
package io.fairlead.billing.einvoice;

import org.jspecify.annotations.NullMarked;
