/** Notes in the log what operators have Fairlead do. */
@NullMarked
package io.fairlead.app.web.operation;

import org.jspecify.annotations.NullMarked;
