/** The worked cases of the money rules, each to the cent, through commands and views of one running stack. */
@NullMarked
package io.fairlead.cases;

import org.jspecify.annotations.NullMarked;
