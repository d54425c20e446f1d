@NullMarked
package io.fairlead.idp;

import org.jspecify.annotations.NullMarked;
