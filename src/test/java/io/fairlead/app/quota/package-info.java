@NullMarked
package io.fairlead.app.quota;

import org.jspecify.annotations.NullMarked;
