package io.fairlead.billing;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.TaxCategories;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set a tax rate for a period.
 *
 * @param taxRatesId of the company
 * @param legalEntityId the company
 * @param category UNCL5305
 * @param rate part of the net, 0..1
 * @param from first day
 * @param to first day outside; null means open
 * @param source law or notice; the reason where the rate is 0
 */
public record SetTaxRate(
        @TargetAggregateIdentifier TaxRatesId taxRatesId,
        LegalEntityId legalEntityId,
        String category,
        BigDecimal rate,
        LocalDate from,
        @Nullable LocalDate to,
        String source) {

    public SetTaxRate {
        Check.oneOf("category", category, TaxCategories.ALL);
        rate = TaxCategories.requireRate(category, rate);
        Check.day("from", from);
        Check.period("to", from, to);
        Check.text("source", source, 200);
    }
}
