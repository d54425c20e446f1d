/** Tests of rows for spreadsheets. */
@NullMarked
package io.fairlead.gateway.spreadsheet;

import org.jspecify.annotations.NullMarked;
