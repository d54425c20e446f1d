/** Commands about buyers. */
@NullMarked
package io.fairlead.cli.customer;

import org.jspecify.annotations.NullMarked;
