/** Tests of rebuilds over HTTP and across a killed program. */
@NullMarked
package io.fairlead.app.rebuild;

import org.jspecify.annotations.NullMarked;
