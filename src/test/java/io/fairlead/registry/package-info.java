/** Tests of the registry over HTTP on a real PostgreSQL. */
@NullMarked
package io.fairlead.registry;

import org.jspecify.annotations.NullMarked;
