/** Work items at the terminal: what stopped and needs a person. */
@NullMarked
package io.fairlead.cli.work;

import org.jspecify.annotations.NullMarked;
