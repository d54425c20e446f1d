/** What stopped and waits for a person, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.exception.view;

import org.jspecify.annotations.NullMarked;
