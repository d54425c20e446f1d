/** Words about people, as events hold them. */
@NullMarked
package io.fairlead.personal;

import org.jspecify.annotations.NullMarked;
