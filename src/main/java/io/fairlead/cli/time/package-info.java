/** Commands that move worked time. */
@NullMarked
package io.fairlead.cli.time;

import org.jspecify.annotations.NullMarked;
