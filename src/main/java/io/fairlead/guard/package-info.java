/** Settles at every HTTP door, before anything else is looked at, whether a request may come in, and how much of it at once. */
@NullMarked
package io.fairlead.guard;

import org.jspecify.annotations.NullMarked;
