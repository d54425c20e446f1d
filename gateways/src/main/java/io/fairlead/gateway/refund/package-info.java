/** Money that is paid out to customers, on its way to the ERP. */
@NullMarked
package io.fairlead.gateway.refund;

import org.jspecify.annotations.NullMarked;
