package io.fairlead.party;

import io.fairlead.contract.RateCardId;
import io.fairlead.resource.HolidayCalendarId;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamKey;
import java.util.regex.Pattern;
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

    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9]{1,10}");

    /** Of the series of credit notes, CRN. */
    private static final int CREDIT_SERIES_LENGTH = 3;

    /** Of a year of four digits, with a hyphen before it and one before the series. */
    private static final int YEAR_LENGTH = 6;

    public RegisterLegalEntity {
        Check.text("name", name, 200);
        Check.country("country", country);
        Check.currency("currency", currency);
        Check.text("sellerTaxId", sellerTaxId, 40);
        Check.zone("zone", zone);
        requireSeries(Check.text("invoiceSeries", invoiceSeries, 10));
        requireRoom(StreamKey.keyOf(legalEntityId.value()), invoiceSeries);
    }

    private static void requireSeries(String series) {
        if (!SERIES.matcher(series).matches()) {
            throw new RuleViolated(
                    "G-02",
                    "invoiceSeries",
                    "a series is part of each invoice's number and of the id that counts them",
                    "use 1 to 10 of the letters A to Z and a to z and digits, such as DE26");
        }
    }

    /** Company, series and year are the key of the series' stream (N-01), which else is only refused when an invoice is issued. */
    private static void requireRoom(String key, String series) {
        int longest = StreamKey.KEY_LENGTH_MAX - Math.max(series.length(), CREDIT_SERIES_LENGTH) - YEAR_LENGTH;
        if (key.length() > longest) {
            throw new RuleViolated(
                    "G-02",
                    "legalEntityId",
                    "the code has " + key.length() + " characters; with series and year it numbers documents",
                    "use a code of at most " + longest + " characters, or a shorter series");
        }
    }
}
