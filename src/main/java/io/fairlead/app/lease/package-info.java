/** Which of several nodes does which work: leases in one table, by the database's clock, fenced by epochs. */
@NullMarked
package io.fairlead.app.lease;

import org.jspecify.annotations.NullMarked;
