/** Who may ask for which operation: the table of {@code io.fairlead.access} before all controllers and in the API's description. */
@NullMarked
package io.fairlead.app.web.roles;

import org.jspecify.annotations.NullMarked;
