@NullMarked
package io.fairlead.gate.surface;

import org.jspecify.annotations.NullMarked;
