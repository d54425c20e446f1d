/** Drafts of invoices at the terminal. */
@NullMarked
package io.fairlead.cli.draft;

import org.jspecify.annotations.NullMarked;
