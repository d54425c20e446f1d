/** Output tax of a document (R4): rates, codes and engines. */
@NullMarked
package io.fairlead.billing.tax;

import org.jspecify.annotations.NullMarked;
