/** Tests of the projection engine, and what they share: a log in memory and a database. */
@NullMarked
package io.fairlead.projection;

import org.jspecify.annotations.NullMarked;
