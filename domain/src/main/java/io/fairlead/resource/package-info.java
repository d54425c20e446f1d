/** People, what they cost, and when they work. */
@NullMarked
package io.fairlead.resource;

import org.jspecify.annotations.NullMarked;
