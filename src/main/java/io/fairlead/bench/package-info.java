/** Measurements of what users get, beside a peer in one interleaved run. Nothing here is part of the running application. */
@NullMarked
package io.fairlead.bench;

import org.jspecify.annotations.NullMarked;
