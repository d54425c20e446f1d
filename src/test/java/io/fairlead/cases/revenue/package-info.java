/** The worked cases of revenue after review, by dates and between companies. */
@NullMarked
package io.fairlead.cases.revenue;

import org.jspecify.annotations.NullMarked;
