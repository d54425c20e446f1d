/** What banks send: account statements in the form of ISO 20022. */
@NullMarked
package io.fairlead.gateway.bank;

import org.jspecify.annotations.NullMarked;
