/** The worked cases of tax by day, prepayments, profiles, electronic invoices and payable rounding. */
@NullMarked
package io.fairlead.cases.tax;

import org.jspecify.annotations.NullMarked;
