package io.fairlead.billing.run;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Plan one invoice of a run, before anything is claimed for it.
 *
 * @param billingRunId the run
 * @param invoiceId from run, contract, payer and purchase order
 * @param contractId the contract
 * @param customerId the payer
 * @param poNumber the purchase order
 * @param currency ISO 4217
 */
public record PlanInvoice(
        @TargetAggregateIdentifier BillingRunId billingRunId,
        InvoiceId invoiceId,
        ContractId contractId,
        CustomerId customerId,
        @Nullable String poNumber,
        String currency) {}
