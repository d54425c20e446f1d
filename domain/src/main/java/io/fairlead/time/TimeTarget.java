package io.fairlead.time;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import org.jspecify.annotations.Nullable;

/**
 * What time is for: the project and everything that follows from it.
 *
 * @param projectId the project
 * @param taskId its task; null means none
 * @param contractId the project's contract
 * @param lineNo the contract line that time goes to
 * @param customerId the contract's buyer
 * @param legalEntityId the contract's seller
 * @param currency the contract's, ISO 4217
 * @param zone the contract's, IANA name
 */
public record TimeTarget(
        ProjectId projectId,
        @Nullable String taskId,
        ContractId contractId,
        int lineNo,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        String currency,
        String zone) {

    public TimeTarget {
        Check.textOrNull("taskId", taskId, 64);
        Check.range("lineNo", lineNo, 1, 500);
        Check.currency("currency", currency);
        Check.zone("zone", zone);
    }
}
