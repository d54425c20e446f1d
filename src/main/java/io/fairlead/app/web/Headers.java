package io.fairlead.app.web;

/** Names of headers that carry what RFC 9110 has no field for. */
public final class Headers {

    static final String KEY = "Idempotency-Key";
    static final String REPEATED = "Fairlead-Repeated";
    public static final String POSITION = "Fairlead-Position";
    /** Further things that the command made. */
    public static final String ALSO = "Fairlead-Also";

    /** Decide as ever and store nothing. */
    static final String DRY_RUN = "Fairlead-Dry-Run";

    public static final String ACTOR = "Fairlead-Actor";
    public static final String CORRELATION = "Fairlead-Correlation";

    /** Whether an If-Match field names the tag of this position. */
    static boolean matches(String ifMatch, long position) {
        for (var tag : ifMatch.split(",", 50)) {
            var plain = tag.strip();
            if (plain.equals("*") ? position > 0 : plain.equals("\"" + position + "\"")) {
                return true;
            }
        }
        return false;
    }

    /** Whether an If-Match field takes any state of a thing that is there. */
    static boolean isAny(String ifMatch) {
        return ifMatch.strip().equals("*");
    }

    private Headers() {}
}
