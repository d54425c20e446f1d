/** What amounts in the events of documents mean, for all who read them. */
@NullMarked
package io.fairlead.document;

import org.jspecify.annotations.NullMarked;
