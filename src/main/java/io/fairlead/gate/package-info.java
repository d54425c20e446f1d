/** The gate before the contracts: what changed in them, whether that breaks anything, and who reads the field. */
@NullMarked
package io.fairlead.gate;

import org.jspecify.annotations.NullMarked;
