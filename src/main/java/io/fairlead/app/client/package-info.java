/** Which clients call which operations, so that whoever changes one knows whom to tell. */
@NullMarked
package io.fairlead.app.client;

import org.jspecify.annotations.NullMarked;
