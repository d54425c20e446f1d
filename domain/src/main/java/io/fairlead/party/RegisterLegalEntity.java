package io.fairlead.party;

import io.fairlead.contract.RateCardId;
import io.fairlead.resource.HolidayCalendarId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Register a company of the firm.
 *
 * @param legalEntityId its code
 * @param name registered name
 * @param country ISO 3166-1 alpha-2
 * @param currency book currency, ISO 4217
 * @param sellerTaxId as printed on invoices
 * @param zone IANA name
 * @param invoiceSeries prefix of its numbers, 1..10 letters or digits
 * @param standardRateCardId the last card asked
 * @param holidayCalendarId null means no days off
 * @param details what its invoices print besides; null when not told
 */
public record RegisterLegalEntity(
        @TargetAggregateIdentifier LegalEntityId legalEntityId,
        String name,
        String country,
        String currency,
        String sellerTaxId,
        String zone,
        String invoiceSeries,
        RateCardId standardRateCardId,
        @Nullable HolidayCalendarId holidayCalendarId,
        @Nullable SellerDetails details) {

    public RegisterLegalEntity {
        Check.text("name", name, 200);
        Check.country("country", country);
        Check.currency("currency", currency);
        Check.text("sellerTaxId", sellerTaxId, 40);
        Check.zone("zone", zone);
        Check.text("invoiceSeries", invoiceSeries, 10);
    }
}
