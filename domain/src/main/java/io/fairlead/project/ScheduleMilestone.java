package io.fairlead.project;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Agree a billable result.
 *
 * @param projectId its project
 * @param milestoneId unique within the project
 * @param lineNo contract line that pays
 * @param name what it is
 * @param amount > 0, in the contract's currency
 * @param dueOn day it is expected
 */
public record ScheduleMilestone(
        @TargetAggregateIdentifier ProjectId projectId,
        String milestoneId,
        int lineNo,
        String name,
        BigDecimal amount,
        LocalDate dueOn) {

    public ScheduleMilestone {
        Check.text("milestoneId", milestoneId, 64);
        Check.range("lineNo", lineNo, 1, 500);
        Check.text("name", name, 400);
        amount = Check.positive("amount", amount);
        Check.day("dueOn", dueOn);
    }
}
