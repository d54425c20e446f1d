package io.fairlead.schema;

import java.util.Optional;

/**
 * What text may hold that is stored, shown and sent on: no control characters, which PostgreSQL, terminals, logs and other
 * systems take badly or not at all; no half of a surrogate pair, which becomes a question mark in UTF-8, so that two ids may
 * meet; no marks that turn the direction of writing, which show a name as another.
 */
public final class StorableText {

    private StorableText() {}

    /** What is wrong with text that stands on one line, in words that name the character; empty when nothing is. */
    public static Optional<String> fault(CharSequence text) {
        return fault(text, false);
    }

    /** As {@link #fault}, for notes and reasons: tabs and ends of lines may stand in them. */
    public static Optional<String> faultOfLines(CharSequence text) {
        return fault(text, true);
    }

    private static Optional<String> fault(CharSequence text, boolean lines) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (!mayStand(c, lines)) {
                return Optional.of(String.format("holds the character U+%04X at place %d", (int) c, i + 1));
            }
        }
        return Optional.empty();
    }

    static boolean mayStand(char c, boolean lines) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return lines;
        }
        return !Character.isISOControl(c)
                && !Character.isSurrogate(c)
                && c != '\u2028'
                && c != '\u2029'
                && !(c >= '\u202a' && c <= '\u202e')
                && !(c >= '\u2066' && c <= '\u2069');
    }
}
