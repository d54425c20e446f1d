/** Campaigns of faults: processes killed, stopped and lied to about the time, and a count of what that broke. */
@NullMarked
package io.fairlead.faults;

import org.jspecify.annotations.NullMarked;
