package io.fairlead.billing.tax;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate as in force on a day.
 *
 * @param category UNCL5305
 * @param rate part of the net, 0..1
 * @param source law or notice; printed as reason where the category needs one
 * @param region ISO 3166 code of where it is levied; null means where the company is
 */
public record TaxRate(
        String category,
        BigDecimal rate,
        String source,
        @Nullable String region) {

    /** The rate of a category itself. */
    public static TaxRate of(String category, BigDecimal rate, String source) {
        return new TaxRate(category, rate, source, null);
    }
}
