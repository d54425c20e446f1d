/** Providers, tokens and callers for tests. */
@NullMarked
package io.fairlead.access;

import org.jspecify.annotations.NullMarked;
