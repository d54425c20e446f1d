/** HTTP endpoints of the capability: one query each. */
@NullMarked
package io.fairlead.revenue.api;

import org.jspecify.annotations.NullMarked;
