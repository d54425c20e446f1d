/** What the tests of all modules share. */
@NullMarked
package io.fairlead.testing;

import org.jspecify.annotations.NullMarked;
