package io.fairlead.exception;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say who takes care of a work item.
 *
 * @param exceptionId its key
 * @param assignee who, issuer|subject
 */
public record AssignException(@TargetAggregateIdentifier ExceptionId exceptionId, String assignee) {

    public AssignException {
        Check.text("assignee", assignee, 200);
    }
}
