package io.fairlead.party;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Set what a company's invoices print besides name and tax identifier.
 *
 * @param legalEntityId its code
 * @param details all of them; what is missing is printed no more
 */
public record ChangeSellerDetails(@TargetAggregateIdentifier LegalEntityId legalEntityId, SellerDetails details) {}
