/** Tests of stored events against their contracts. */
@NullMarked
package io.fairlead.app.schemas;

import org.jspecify.annotations.NullMarked;
