/** What every reader of outside files shares: strict JSON and the refusal of a whole file. */
@NullMarked
package io.fairlead.gateway.intake;

import org.jspecify.annotations.NullMarked;
