/** Who may do what: callers, their roles and the companies that they act for. */
@NullMarked
package io.fairlead.access;

import org.jspecify.annotations.NullMarked;
