/** Two companies of one firm, and people who act for one of them. */
@NullMarked
package io.fairlead.cases.companies;

import org.jspecify.annotations.NullMarked;
