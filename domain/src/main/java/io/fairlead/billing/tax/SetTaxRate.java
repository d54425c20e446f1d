package io.fairlead.billing.tax;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.RuleViolated;
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
 * @param source law or notice; the reason where the category needs one
 * @param code name of the tax, such as GST; null means the category itself
 * @param region ISO 3166 code of where the code is levied, such as CA-BC; null means where the company is
 */
public record SetTaxRate(
        @TargetAggregateIdentifier TaxRatesId taxRatesId,
        LegalEntityId legalEntityId,
        String category,
        BigDecimal rate,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to,
        String source,
        @Nullable String code,
        @Nullable String region) {

    public SetTaxRate {
        Check.oneOf("category", category, TaxCategories.ALL);
        rate = TaxCategories.requireRate(category, rate);
        Check.day("from", from);
        Check.period("to", from, to);
        Check.text("source", source, 200);
        if (code != null) {
            var _ = TaxCodes.of(code, region);
            if (TaxCategories.ALL.contains(code)) {
                throw new RuleViolated(
                        "G-02", "code", code + " is a category", "leave the code out, or name the tax otherwise");
            }
        } else if (region != null) {
            throw new RuleViolated("G-02", "region", "a category has no region", "give the tax a code");
        }
    }

    /** The code as lines ask for it. */
    String taxCode() {
        return code == null ? category : TaxCodes.of(code, region);
    }
}
