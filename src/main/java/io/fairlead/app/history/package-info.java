/** What happened to one thing, read from the log for people. */
@NullMarked
package io.fairlead.app.history;

import org.jspecify.annotations.NullMarked;
