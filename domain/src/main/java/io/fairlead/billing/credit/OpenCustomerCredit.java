package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditOpened;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a document owes something to its customer.
 *
 * @param customerCreditId of that document
 * @param owed what, to whom and why
 */
public record OpenCustomerCredit(
        @TargetAggregateIdentifier CustomerCreditId customerCreditId, CustomerCreditOpened owed) {}
