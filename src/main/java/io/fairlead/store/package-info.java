/** The event store on PostgreSQL: group commit, dense positions in commit order, hash chain, command identity. */
@NullMarked
package io.fairlead.store;

import org.jspecify.annotations.NullMarked;
