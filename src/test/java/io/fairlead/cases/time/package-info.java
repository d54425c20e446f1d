/** The worked cases of time and expenses that are edited, refused, moved or overlap. */
@NullMarked
package io.fairlead.cases.time;

import org.jspecify.annotations.NullMarked;
