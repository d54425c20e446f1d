/** Tests of the lookups that processes ask. */
@NullMarked
package io.fairlead.app.lookup;

import org.jspecify.annotations.NullMarked;
