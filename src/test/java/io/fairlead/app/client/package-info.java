@NullMarked
package io.fairlead.app.client;

import org.jspecify.annotations.NullMarked;
