package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.TimeClasses;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Add a piece of the work breakdown.
 *
 * @param projectId its project
 * @param taskId unique within the project
 * @param name what people call it
 * @param lineNo contract line that its time goes to
 * @param timeClass BILLABLE, CREDITED or NON_BILLABLE
 */
public record AddTask(
        @TargetAggregateIdentifier ProjectId projectId, String taskId, String name, int lineNo, String timeClass) {

    public AddTask {
        Check.text("taskId", taskId, 64);
        Check.text("name", name, 200);
        Check.range("lineNo", lineNo, 1, 500);
        Check.oneOf("timeClass", timeClass, TimeClasses.ALL);
    }
}
