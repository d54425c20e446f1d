package io.fairlead.billing.item;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;

/**
 * What a billing item bills.
 *
 * @param kind what it is
 * @param contractId the contract
 * @param projectId its project
 * @param customerId the payer
 * @param legalEntityId the seller
 * @param lineNo contract line that pays
 * @param reference what of the project: milestone, number of the instalment, delivery, report of progress
 * @param description text for the invoice
 * @param amount price, > 0; of progress any amount but 0
 * @param currency ISO 4217
 */
public record BillingItemTerms(
        BillingItemKind kind,
        ContractId contractId,
        ProjectId projectId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        int lineNo,
        String reference,
        String description,
        BigDecimal amount,
        String currency) {

    public BillingItemTerms {
        Check.range("lineNo", lineNo, 1, 500);
        Check.text("reference", reference, 64);
        Check.text("description", description, 400);
        amount = kind == BillingItemKind.PROGRESS ? notZero(amount) : Check.positive("amount", amount);
        Check.payable("amount", amount, Check.currency("currency", currency));
    }

    private static BigDecimal notZero(BigDecimal value) {
        var amount = Check.amount("amount", value);
        if (amount.signum() == 0) {
            throw new RuleViolated("G-02", "amount", "amount is 0", "an item of 0 bills nothing");
        }
        return amount;
    }
}
