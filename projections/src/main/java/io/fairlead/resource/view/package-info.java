/** People, what they cost and when they are off, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.resource.view;

import org.jspecify.annotations.NullMarked;
