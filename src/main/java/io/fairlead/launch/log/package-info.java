/** What a line of a log looks like, for all processes of ours: no caller's text moves it, and nothing repeats for ever. */
@NullMarked
package io.fairlead.launch.log;

import org.jspecify.annotations.NullMarked;
