/** Tests of the views, on a real PostgreSQL and through the engine. */
@NullMarked
package io.fairlead.view;

import org.jspecify.annotations.NullMarked;
