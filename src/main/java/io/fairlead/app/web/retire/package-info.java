/** How operations and fields of the API go out of use: told long before, refused afterwards. */
@NullMarked
package io.fairlead.app.web.retire;

import org.jspecify.annotations.NullMarked;
