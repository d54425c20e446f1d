/** Tests of what stands on paper. */
@NullMarked
package io.fairlead.gateway.paper;

import org.jspecify.annotations.NullMarked;
