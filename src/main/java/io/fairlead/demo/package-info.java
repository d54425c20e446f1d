/** The sample firm and the story it plays, over the public HTTP API alone. */
@NullMarked
package io.fairlead.demo;

import org.jspecify.annotations.NullMarked;
