/** Tests of the contracts. */
@NullMarked
package io.fairlead.source;

import org.jspecify.annotations.NullMarked;
