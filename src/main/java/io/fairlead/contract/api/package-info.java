/** HTTP endpoints of the capability: text to values, then one command or one query. */
@NullMarked
package io.fairlead.contract.api;

import org.jspecify.annotations.NullMarked;
