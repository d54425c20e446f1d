/**
 * The ERP gateway: deliveries in a table, pushed as look up, stage, verify, commit, read back, so that a lost answer
 * never makes a second document; payments taken in from the change feed.
 */
@NullMarked
package io.fairlead.gateway.erp;

import org.jspecify.annotations.NullMarked;
