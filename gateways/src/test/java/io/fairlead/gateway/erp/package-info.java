/** Tests of the ERP gateway: its table on a real PostgreSQL, its adapter against every bad answer. */
@NullMarked
package io.fairlead.gateway.erp;

import org.jspecify.annotations.NullMarked;
