/** Accounts that are kept from the events alone, to hold other figures against. */
@NullMarked
package io.fairlead.app.verify.account;

import org.jspecify.annotations.NullMarked;
