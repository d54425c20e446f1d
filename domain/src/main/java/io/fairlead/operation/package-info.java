/** What operators have Fairlead do, and roles that are given for some hours. Rules S-01 to S-04. */
@NullMarked
package io.fairlead.operation;

import org.jspecify.annotations.NullMarked;
