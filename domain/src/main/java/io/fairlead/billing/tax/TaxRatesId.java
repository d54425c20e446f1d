package io.fairlead.billing.tax;

import io.fairlead.shared.StreamKey;

/**
 * The dated tax rates of a company, as stream key.
 *
 * @param value {@code tax-rates:<key>}, see {@link StreamKey}
 */
public record TaxRatesId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "tax-rates";

    public TaxRatesId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static TaxRatesId of(String key) {
        return new TaxRatesId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
