@NullMarked
package io.fairlead.launch.log;

import org.jspecify.annotations.NullMarked;
