/** Work items: what stopped, who clears it, what is at stake. */
@NullMarked
package io.fairlead.exception;

import org.jspecify.annotations.NullMarked;
