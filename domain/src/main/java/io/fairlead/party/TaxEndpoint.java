package io.fairlead.party;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The electronic address that follows from a tax identifier: most countries have a scheme of their own for it in the code
 * list EAS (CEF, "Electronic Address Scheme", May 2026). Used where a party tells no other address.
 */
public final class TaxEndpoint {

    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("AD", "9922"),
            Map.entry("AL", "9923"),
            Map.entry("AT", "9914"),
            Map.entry("BA", "9924"),
            Map.entry("BE", "9925"),
            Map.entry("BG", "9926"),
            Map.entry("CH", "9927"),
            Map.entry("CY", "9928"),
            Map.entry("CZ", "9929"),
            Map.entry("DE", "9930"),
            Map.entry("EE", "9931"),
            Map.entry("ES", "9920"),
            Map.entry("FR", "9957"),
            Map.entry("GB", "9932"),
            Map.entry("GR", "9933"),
            Map.entry("HR", "9934"),
            Map.entry("HU", "9910"),
            Map.entry("IE", "9935"),
            Map.entry("LI", "9936"),
            Map.entry("LT", "9937"),
            Map.entry("LU", "9938"),
            Map.entry("LV", "9939"),
            Map.entry("MC", "9940"),
            Map.entry("ME", "9941"),
            Map.entry("MK", "9942"),
            Map.entry("MT", "9943"),
            Map.entry("NL", "9944"),
            Map.entry("PL", "9945"),
            Map.entry("PT", "9946"),
            Map.entry("RO", "9947"),
            Map.entry("RS", "9948"),
            Map.entry("SI", "9949"),
            Map.entry("SK", "9950"),
            Map.entry("SM", "9951"),
            Map.entry("TR", "9952"),
            Map.entry("US", "9959"),
            Map.entry("VA", "9953"));

    /** The address; empty when there is no tax identifier or the country has no scheme for it. */
    public static Optional<SchemedId> of(String country, @Nullable String taxId) {
        var scheme = SCHEMES.get(country);
        return taxId == null || scheme == null ? Optional.empty() : Optional.of(new SchemedId(scheme, taxId));
    }

    private TaxEndpoint() {}
}
