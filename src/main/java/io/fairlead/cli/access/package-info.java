/** Commands about who may do what. */
@NullMarked
package io.fairlead.cli.access;

import org.jspecify.annotations.NullMarked;
