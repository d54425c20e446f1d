@NullMarked
package io.fairlead.guard;

import org.jspecify.annotations.NullMarked;
