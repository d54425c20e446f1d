package io.fairlead.gateway.paper;

/** A cut of the typeface: DejaVu Sans Condensed, which has Latin, Greek, Cyrillic, Armenian, Georgian and many signs. */
public enum Face {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** Place on the class path. */
    String resource() {
        return "/net/sf/jasperreports/fonts/dejavu/" + file;
    }
}
