/** What worked time costs the firm; its own stream, since rates reveal salaries. */
@NullMarked
package io.fairlead.time.cost;

import org.jspecify.annotations.NullMarked;
