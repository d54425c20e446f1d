package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that others can look up: an electronic address or an entry in a register.
 *
 * @param scheme who issued it, four digits: an EAS code for addresses (9930), an ISO 6523 ICD for registers (0106)
 * @param id as its scheme writes it, 1 to 100 characters
 */
public record SchemedId(String scheme, String id) {

    private static final Pattern SCHEME = Pattern.compile("\\d{4}");

    public SchemedId {
        if (!SCHEME.matcher(Check.text("scheme", scheme, 4)).matches()) {
            throw new RuleViolated("G-02", "scheme", "scheme '" + scheme + "' is unknown", "use four digits like 9930");
        }
        Check.text("id", id, 100);
    }

    /**
     * The identifier, or null when both parts are missing.
     *
     * @throws RuleViolated G-02 when one part is missing
     */
    public static @Nullable SchemedId orNull(@Nullable String scheme, @Nullable String id) {
        return scheme == null && id == null
                ? null
                : new SchemedId(Check.text("scheme", scheme, 4), Check.text("id", id, 100));
    }
}
