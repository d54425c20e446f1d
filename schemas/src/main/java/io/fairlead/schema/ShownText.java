package io.fairlead.schema;

/**
 * Text of whatever origin as a terminal or a log may show it: what {@link StorableText} does not take stands as an escape, so that
 * nothing moves the cursor, begins a line of its own or shows a name as another.
 */
public final class ShownText {

    private ShownText() {}

    /**
     * On one line: {@code a\nb} for a line feed, {@code \\u001b[2J} for an escape. Text without such characters is the same
     * object.
     */
    public static String of(String text) {
        return shown(text, false);
    }

    /** As {@link #of}, for text of several lines: line feeds and tabs stay. */
    public static String ofLines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean lines) {
        for (var i = 0; i < text.length(); i++) {
            if (!isPlain(text, i, lines)) {
                return escaped(text, i, lines);
            }
        }
        return text;
    }

    private static String escaped(String text, int from, boolean lines) {
        var shown = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isPlain(text, i, lines)) {
                shown.append(c);
            } else {
                shown.append(
                        switch (c) {
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> String.format("\\u%04x", (int) c);
                        });
            }
        }
        return shown.toString();
    }

    private static boolean isPlain(String text, int at, boolean lines) {
        var c = text.charAt(at);
        if (c >= ' ' && c < 0x7f || lines && (c == '\n' || c == '\t')) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return StorableText.mayStand(c, false);
    }
}
