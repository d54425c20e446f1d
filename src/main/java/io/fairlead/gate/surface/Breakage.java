package io.fairlead.gate.surface;

/**
 * A change that somebody cannot live with who relied on the last release.
 *
 * @param use the operation, view or command
 * @param place within it; empty for the whole
 * @param what became of it
 */
record Breakage(String use, String place, String what) {

    /** In one line, which names it in the list of exceptions too. */
    String change() {
        return use + (place.isEmpty() ? " " : " " + place + " ") + what;
    }
}
