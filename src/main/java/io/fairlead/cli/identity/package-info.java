/** Logins at the terminal, and whoever else they are. */
@NullMarked
package io.fairlead.cli.identity;

import org.jspecify.annotations.NullMarked;
