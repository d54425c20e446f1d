package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say what the work of a contract line will have cost in the end.
 *
 * @param projectId its project
 * @param lineNo contract line whose work it is
 * @param estimate cost at completion, what was spent included, > 0
 * @param asOf day from which it holds
 * @param reason why
 * @param revisedBy who says so, issuer|subject
 */
public record ReviseEstimate(
        @TargetAggregateIdentifier ProjectId projectId,
        int lineNo,
        BigDecimal estimate,
        @Happened LocalDate asOf,
        String reason,
        String revisedBy) {

    public ReviseEstimate {
        Check.range("lineNo", lineNo, 1, 500);
        estimate = Check.positive("estimate", estimate);
        Check.day("asOf", asOf);
        Check.text("reason", reason, 400);
        Check.actor("revisedBy", revisedBy);
    }
}
