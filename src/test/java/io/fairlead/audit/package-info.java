/** What auditors use, tried on a running stack with facts of all kinds: faults that are planted, figures that are explained. */
@NullMarked
package io.fairlead.audit;

import org.jspecify.annotations.NullMarked;
