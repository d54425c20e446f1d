/** Deals, contracts and rates, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.contract.view;

import org.jspecify.annotations.NullMarked;
