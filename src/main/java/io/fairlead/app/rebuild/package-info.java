/** Views made anew from the log, or only compared with what the log says. */
@NullMarked
package io.fairlead.app.rebuild;

import org.jspecify.annotations.NullMarked;
