/** The worked cases of credits, of what is owed to customers and of documents that were refused. */
@NullMarked
package io.fairlead.cases.credits;

import org.jspecify.annotations.NullMarked;
