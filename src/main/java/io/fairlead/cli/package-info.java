/** The command line: everything a person or a script asks of Fairlead, over HTTP or through the launcher. */
@NullMarked
package io.fairlead.cli;

import org.jspecify.annotations.NullMarked;
