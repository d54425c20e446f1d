/** Time exports of outside trackers, read into clean rows; each row is accepted or refused with its reason. */
@NullMarked
package io.fairlead.gateway.timesheet;

import org.jspecify.annotations.NullMarked;
