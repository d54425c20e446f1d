/** All projections in one list, and what queries share. Which event feeds which view: src/docs/slices.md. */
@NullMarked
package io.fairlead.view;

import org.jspecify.annotations.NullMarked;
