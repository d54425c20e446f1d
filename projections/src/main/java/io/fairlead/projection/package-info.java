/**
 * The projection engine: reads the log in pages, folds each page in memory, writes rows and tokens in one transaction.
 *
 * <p>{@link io.fairlead.projection.ProjectionEngine} keeps the views up to date, {@link
 * io.fairlead.projection.ShadowReplay} proves or rebuilds them. Which event feeds which view stands in {@code
 * io.fairlead.view.Projections}.
 */
@NullMarked
package io.fairlead.projection;

import org.jspecify.annotations.NullMarked;
