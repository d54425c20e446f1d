/** Projects, tasks and milestones, as people and processes read them: projections and queries. */
@NullMarked
package io.fairlead.project.view;

import org.jspecify.annotations.NullMarked;
