/** Companies and customers, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.party.view;

import org.jspecify.annotations.NullMarked;
