/** What changes customers' accounts beside documents and refunds, on its way to the ERP. */
@NullMarked
package io.fairlead.gateway.account;

import org.jspecify.annotations.NullMarked;
