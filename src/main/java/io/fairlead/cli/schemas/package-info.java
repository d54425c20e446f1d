/** The commands about contracts of events: what {@code fairlead schemas} has below it. */
@NullMarked
package io.fairlead.cli.schemas;

import org.jspecify.annotations.NullMarked;
