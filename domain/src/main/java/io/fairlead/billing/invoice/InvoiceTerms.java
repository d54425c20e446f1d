package io.fairlead.billing.invoice;

import io.fairlead.billing.run.BillingRunId;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who bills whom, and when.
 *
 * @param billingRunId the run that planned it
 * @param contractId the contract
 * @param customerId the payer
 * @param legalEntityId the seller
 * @param poNumber purchase order; null means none
 * @param currency ISO 4217
 * @param cutOff last service date taken
 * @param issueDate wished for
 * @param preparer who started the run, issuer|subject
 */
public record InvoiceTerms(
        BillingRunId billingRunId,
        ContractId contractId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        @Nullable String poNumber,
        String currency,
        LocalDate cutOff,
        LocalDate issueDate,
        String preparer) {}
