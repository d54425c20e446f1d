/** What is billed other than by time: milestones, instalments, units and retainers. */
@NullMarked
package io.fairlead.billing.item;

import org.jspecify.annotations.NullMarked;
