/** Which of several nodes does which work: claims in one table, by the database's clock, fenced by epochs. */
@NullMarked
package io.fairlead.app.claim;

import org.jspecify.annotations.NullMarked;
