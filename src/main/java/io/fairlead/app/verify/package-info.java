/** Checks that recompute what must always hold from the log, the views, the topics and the ERP's ledger. */
@NullMarked
package io.fairlead.app.verify;

import org.jspecify.annotations.NullMarked;
