package io.fairlead.gateway.document;

/** Text of people, made fit for documents. */
final class Texts {

    private static final int REPLACEMENT = 0xFFFD;

    /** Without what XML 1.0 forbids; such characters become U+FFFD, so that nobody overlooks that something stood there. */
    static String legal(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(Texts::legal).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** On one line: breaks and tabs become blanks, blanks at the ends go. */
    static String line(String text) {
        return legal(text).replaceAll("\\s+", " ").strip();
    }

    private static int legal(int sign) {
        var fits = sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= 0x20 && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign >= 0x10000;
        return fits ? sign : REPLACEMENT;
    }

    private Texts() {}
}
