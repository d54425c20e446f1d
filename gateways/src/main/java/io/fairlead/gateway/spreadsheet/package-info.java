/** Rows as people open them in a spreadsheet. */
@NullMarked
package io.fairlead.gateway.spreadsheet;

import org.jspecify.annotations.NullMarked;
