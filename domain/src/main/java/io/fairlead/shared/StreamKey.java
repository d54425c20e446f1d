package io.fairlead.shared;

import java.util.regex.Pattern;

/** Form of stream keys: the kind, a colon, then 1..64 letters, digits, dots, underscores or hyphens. */
public final class StreamKey {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Refuses a value that is not {@code kind:key}.
     *
     * @throws RuleViolated G-01
     */
    public static void require(String kind, String value) {
        if (!value.startsWith(kind + ":")
                || !KEY.matcher(value.substring(kind.length() + 1)).matches()) {
            throw new RuleViolated(
                    "G-01",
                    kind,
                    "'" + shown(value) + "' is no " + kind + " id",
                    "write " + kind + ":<key> with 1 to 64 letters, digits, '.', '_' or '-'");
        }
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
