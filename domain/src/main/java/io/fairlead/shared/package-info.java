@NullMarked
package io.fairlead.shared;

import org.jspecify.annotations.NullMarked;
