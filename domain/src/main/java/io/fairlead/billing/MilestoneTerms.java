package io.fairlead.billing;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import java.math.BigDecimal;

/**
 * What a billing item bills.
 *
 * @param contractId the contract
 * @param projectId the milestone's project
 * @param customerId the payer
 * @param legalEntityId the seller
 * @param lineNo contract line that pays
 * @param milestoneId unique within the project
 * @param description text for the invoice
 * @param amount price, > 0
 * @param currency ISO 4217
 */
public record MilestoneTerms(
        ContractId contractId,
        ProjectId projectId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        int lineNo,
        String milestoneId,
        String description,
        BigDecimal amount,
        String currency) {

    public MilestoneTerms {
        amount = Check.payable("amount", Check.positive("amount", amount), Check.currency("currency", currency));
    }
}
