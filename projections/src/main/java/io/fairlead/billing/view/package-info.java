/** Unbilled work, billing runs, invoices and cash, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.billing.view;

import org.jspecify.annotations.NullMarked;
