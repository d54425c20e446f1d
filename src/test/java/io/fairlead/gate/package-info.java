@NullMarked
package io.fairlead.gate;

import org.jspecify.annotations.NullMarked;
