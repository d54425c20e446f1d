/** Tests of what concerns the whole application. */
@NullMarked
package io.fairlead.app;

import org.jspecify.annotations.NullMarked;
