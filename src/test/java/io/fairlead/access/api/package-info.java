@NullMarked
package io.fairlead.access.api;

import org.jspecify.annotations.NullMarked;
