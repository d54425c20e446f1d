/** Histories as people read them. */
@NullMarked
package io.fairlead.app.history;

import org.jspecify.annotations.NullMarked;
