/** For which companies somebody acts: what of other companies is unknown to him; see decision 68. */
@NullMarked
package io.fairlead.app.company;

import org.jspecify.annotations.NullMarked;
