/** Stored events against their contracts: each is read with today's class and checked by what its fields promise. */
@NullMarked
package io.fairlead.app.schemas;

import org.jspecify.annotations.NullMarked;
