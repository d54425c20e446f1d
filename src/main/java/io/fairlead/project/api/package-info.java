/** HTTP endpoints of the capability: text to values, then one command or one query. */
@NullMarked
package io.fairlead.project.api;

import org.jspecify.annotations.NullMarked;
