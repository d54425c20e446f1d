/** Projects, tasks and milestones. */
@NullMarked
package io.fairlead.project;

import org.jspecify.annotations.NullMarked;
