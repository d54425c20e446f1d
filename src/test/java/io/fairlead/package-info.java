/** Checks of the whole house: its rules, its documents. */
@NullMarked
package io.fairlead;

import org.jspecify.annotations.NullMarked;
