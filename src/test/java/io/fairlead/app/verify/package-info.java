/** Each check turned red by a planted fault. */
@NullMarked
package io.fairlead.app.verify;

import org.jspecify.annotations.NullMarked;
