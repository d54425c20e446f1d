package io.fairlead.shared;

/** Form of stream keys: the kind, a colon, then 1..64 letters, digits, dots, underscores or hyphens. */
public final class StreamKey {

    /** Most characters behind the colon. */
    public static final int KEY_LENGTH_MAX = 64;

    /**
     * Refuses a value that is not {@code kind:key}.
     *
     * @throws RuleViolated G-01
     */
    public static void require(String kind, String value) {
        if (!is(kind, value)) {
            throw new RuleViolated(
                    "G-01",
                    kind,
                    "'" + shown(value) + "' is no " + kind + " id",
                    "write " + kind + ":<key> with 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    /** Whether a value is {@code kind:key}. Ids are made for every command and event, so nothing is allocated here. */
    public static boolean is(String kind, String value) {
        int begin = kind.length() + 1;
        int length = value.length() - begin;
        if (length < 1 || length > KEY_LENGTH_MAX || value.charAt(begin - 1) != ':' || !value.startsWith(kind)) {
            return false;
        }
        for (int i = begin; i < value.length(); i++) {
            if (!isOfKey(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    /** The value with its kind in front, unless it is there already. */
    public static String withKind(String kind, String value) {
        return value.startsWith(kind + ":") ? value : kind + ":" + value;
    }

    /** The part behind the first colon. */
    public static String keyOf(String streamKey) {
        return streamKey.substring(streamKey.indexOf(':') + 1);
    }

    private static String shown(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "...";
    }

    private StreamKey() {}
}
