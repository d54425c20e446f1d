/** HTTP: limits of contracts, amendments and billing holds. */
@NullMarked
package io.fairlead.funding.api;

import org.jspecify.annotations.NullMarked;
