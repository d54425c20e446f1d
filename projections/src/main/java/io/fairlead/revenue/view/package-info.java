/** Revenue, backlog and margin, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.revenue.view;

import org.jspecify.annotations.NullMarked;
