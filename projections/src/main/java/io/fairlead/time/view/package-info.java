/** Worked time and its cost, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.time.view;

import org.jspecify.annotations.NullMarked;
