/** What others hold on to outside of events: the API, the views of {@code bi} and the JSON of the command line. */
@NullMarked
package io.fairlead.gate.surface;

import org.jspecify.annotations.NullMarked;
