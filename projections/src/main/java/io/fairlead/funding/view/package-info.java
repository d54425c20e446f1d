/** What limits of contracts and purchase orders show. */
@NullMarked
package io.fairlead.funding.view;

import org.jspecify.annotations.NullMarked;
