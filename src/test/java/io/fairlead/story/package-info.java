/** The main job, end to end, on the real parts. */
@NullMarked
package io.fairlead.story;

import org.jspecify.annotations.NullMarked;
