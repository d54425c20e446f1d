/** The worked cases of documents as buyers read them. */
@NullMarked
package io.fairlead.cases.documents;

import org.jspecify.annotations.NullMarked;
