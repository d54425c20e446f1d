package io.fairlead.schema;

import java.util.Optional;

/**
 * What text may hold that is stored, shown and sent on: no control characters, which PostgreSQL, terminals, logs and other
 * systems take badly or not at all; no half of a surrogate pair, which becomes a question mark in UTF-8, so that two ids may
 * meet; no marks that turn the direction of writing, which show a name as another.
 */
public final class StorableText {

    /** Fillers of Hangul and the empty Braille pattern: letters and symbols by their category, drawn as nothing. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800";

    private StorableText() {}

    /** What is wrong with text that stands on one line, in words that name the character; empty when nothing is. */
    public static Optional<String> fault(CharSequence text) {
        return fault(text, false);
    }

    /** As {@link #fault}, for notes and reasons: tabs and ends of lines may stand in them. */
    public static Optional<String> faultOfLines(CharSequence text) {
        return fault(text, true);
    }

    /**
     * Whether a reader sees anything of it: a letter, digit, punctuation mark or symbol that is not drawn as nothing. Blanks of all
     * kinds, formats, fillers and marks without a letter below them are nothing by themselves.
     */
    public static boolean isVisible(CharSequence text) {
        return isVisible(text, 0, text.length());
    }

    /**
     * As {@link #isVisible(CharSequence)}, of a part of the text. Every command asks it for most of its texts, so it makes nothing.
     *
     * @param from first character of the part
     * @param to behind its last one
     */
    public static boolean isVisible(CharSequence text, int from, int to) {
        var i = from;
        while (i < to) {
            int character = Character.codePointAt(text, i);
            if (isSeen(character)) {
                return true;
            }
            i += Character.charCount(character);
        }
        return false;
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> BLANK_LETTERS.indexOf(character) < 0;
            default -> false;
        };
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
