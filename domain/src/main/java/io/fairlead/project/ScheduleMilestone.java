package io.fairlead.project;

import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Agree a billable result.
 *
 * @param projectId its project
 * @param milestoneId unique within the project
 * @param lineNo contract line that pays
 * @param name what it is
 * @param amount > 0, in the contract's currency
 * @param dueOn day it is expected
 * @param source system it comes from; null when it is entered here
 * @param sourceId identifier there; null when it is entered here
 */
public record ScheduleMilestone(
        @TargetAggregateIdentifier ProjectId projectId,
        String milestoneId,
        int lineNo,
        String name,
        BigDecimal amount,
        @Foreseen LocalDate dueOn,
        @Nullable String source,
        @Nullable String sourceId) {

    public ScheduleMilestone {
        Check.text("milestoneId", milestoneId, 64);
        Check.range("lineNo", lineNo, 1, 500);
        Check.text("name", name, 400);
        amount = Check.positive("amount", amount);
        Check.day("dueOn", dueOn);
        Check.textOrNull("source", source, 40);
        Check.textOrNull("sourceId", sourceId, 200);
    }

    /**
     * The amount, as an amount of that currency.
     *
     * @throws io.fairlead.shared.RuleViolated G-02 when nobody can pay it in the currency
     */
    BigDecimal payable(String currency) {
        return Check.payable("amount", amount, currency);
    }

    /** The id under which the source told it before, else its own: told under another id it is the same. */
    String idAmong(Collection<MilestoneScheduled> known) {
        return known.stream()
                .filter(before -> sourceId != null
                        && sourceId.equals(before.getSourceId())
                        && Objects.equals(source, before.getSource()))
                .map(MilestoneScheduled::getMilestoneId)
                .findFirst()
                .orElse(milestoneId);
    }
}
