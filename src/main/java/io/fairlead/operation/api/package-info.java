/** Roles for some hours over HTTP. */
@NullMarked
package io.fairlead.operation.api;

import org.jspecify.annotations.NullMarked;
