/** The worked cases of customers that change and merge, and of returned documents that take new facts. */
@NullMarked
package io.fairlead.cases.customers;

import org.jspecify.annotations.NullMarked;
