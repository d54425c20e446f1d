/** Sheets of paper as PDF: positions and letters, never money. The only place where the library's floating point is met. */
@NullMarked
package io.fairlead.gateway.paper;

import org.jspecify.annotations.NullMarked;
