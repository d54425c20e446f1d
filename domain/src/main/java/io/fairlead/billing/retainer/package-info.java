/** What customers paid ahead: filled, drawn, given back, expired. */
@NullMarked
package io.fairlead.billing.retainer;

import org.jspecify.annotations.NullMarked;
