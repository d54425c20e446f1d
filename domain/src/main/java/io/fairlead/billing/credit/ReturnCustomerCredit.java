package io.fairlead.billing.credit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that another invoice did not take what was set against it: it is owed as before.
 *
 * @param customerCreditId what is owed
 * @param assignmentId key of the assignment
 * @param reason why it was not taken
 */
public record ReturnCustomerCredit(
        @TargetAggregateIdentifier CustomerCreditId customerCreditId, String assignmentId, String reason) {}
