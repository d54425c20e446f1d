/** Commands about money that comes in. */
@NullMarked
package io.fairlead.cli.payment;

import org.jspecify.annotations.NullMarked;
