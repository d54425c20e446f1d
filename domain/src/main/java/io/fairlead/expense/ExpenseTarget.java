package io.fairlead.expense;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;

/**
 * What an expense is for: the project and everything that follows from it.
 *
 * @param projectId the project
 * @param contractId the project's contract
 * @param lineNo the contract line that pays
 * @param customerId the contract's buyer
 * @param legalEntityId the contract's seller
 */
public record ExpenseTarget(
        ProjectId projectId, ContractId contractId, int lineNo, CustomerId customerId, LegalEntityId legalEntityId) {

    public ExpenseTarget {
        Check.range("lineNo", lineNo, 1, 500);
    }
}
