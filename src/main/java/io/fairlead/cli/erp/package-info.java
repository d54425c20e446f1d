/** Commands about what is said to the ERP. */
@NullMarked
package io.fairlead.cli.erp;

import org.jspecify.annotations.NullMarked;
