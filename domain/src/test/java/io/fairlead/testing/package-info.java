/** What the tests of the domain share. */
@NullMarked
package io.fairlead.testing;

import org.jspecify.annotations.NullMarked;
