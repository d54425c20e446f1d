/** Values of options that commands share. */
@NullMarked
package io.fairlead.cli.option;

import org.jspecify.annotations.NullMarked;
