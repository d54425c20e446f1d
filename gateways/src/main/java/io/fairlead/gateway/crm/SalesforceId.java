package io.fairlead.gateway.crm;

import java.util.regex.Pattern;

/** Salesforce record ids, always in their 18-character form, so that one record met in both forms stays one. */
final class SalesforceId {

    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9]{15}");
    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    /**
     * The 18-character form; refused where the text is no id or its last three characters do not fit the first
     * fifteen.
     */
    static String of(String field, String text) throws FieldRefused {
        var core = text.length() == 18 ? text.substring(0, 15) : text;
        if (SHORT.matcher(core).matches()) {
            var whole = core + check(core, 0) + check(core, 5) + check(core, 10);
            if (text.length() == 15 || whole.equals(text)) {
                return whole;
            }
        }
        throw new FieldRefused(
                field, text, "it is no Salesforce id of 15 or 18 characters", "take the id from the API as it stands");
    }

    /** Each check character says which of five characters are upper case, lowest bit first. */
    private static char check(String core, int from) {
        int bits = 0;
        for (int i = 0; i < 5; i++) {
            if (core.charAt(from + i) >= 'A' && core.charAt(from + i) <= 'Z') {
                bits |= 1 << i;
            }
        }
        return CHECK.charAt(bits);
    }
}
