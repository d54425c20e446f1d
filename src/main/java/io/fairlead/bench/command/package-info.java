/** The command lines of the benches. */
@NullMarked
package io.fairlead.bench.command;

import org.jspecify.annotations.NullMarked;
