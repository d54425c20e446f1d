/** Revenue: obligations, what they have earned to date, and the periods in which it is booked. */
@NullMarked
package io.fairlead.revenue;

import org.jspecify.annotations.NullMarked;
