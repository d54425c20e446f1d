/** Invoices and credit notes at the terminal: found by their numbers, written into files. */
@NullMarked
package io.fairlead.cli.document;

import org.jspecify.annotations.NullMarked;
