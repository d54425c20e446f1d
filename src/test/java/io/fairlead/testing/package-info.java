/** Real parts for tests: broker, registry. */
@NullMarked
package io.fairlead.testing;

import org.jspecify.annotations.NullMarked;
