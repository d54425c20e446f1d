package io.fairlead.billing.run;

import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Bill everything unbilled of a company up to a day.
 *
 * @param billingRunId its key
 * @param legalEntityId the company
 * @param cutOff last service date taken
 * @param issueDate issue date wished for; no more than a year before the cut-off (B-23)
 * @param contractId only this contract; null means all
 * @param preparer who, issuer|subject
 * @param at from the caller's clock
 */
public record StartBillingRun(
        @TargetAggregateIdentifier BillingRunId billingRunId,
        LegalEntityId legalEntityId,
        @Happened LocalDate cutOff,
        @Happened LocalDate issueDate,
        @Nullable ContractId contractId,
        String preparer,
        Instant at) {

    public StartBillingRun {
        Check.day("cutOff", cutOff);
        Check.day("issueDate", issueDate);
        if (issueDate.isBefore(cutOff.minusYears(1))) {
            throw new RuleViolated(
                    "B-23",
                    "issueDate",
                    issueDate + " is more than a year before the cut-off " + cutOff,
                    "issue it on " + cutOff.minusYears(1) + " or later");
        }
        Check.actor("preparer", preparer);
    }
}
