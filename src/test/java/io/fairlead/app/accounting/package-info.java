/** Tests of the lookups that processes ask. */
@NullMarked
package io.fairlead.app.accounting;

import org.jspecify.annotations.NullMarked;
