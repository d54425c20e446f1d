package io.fairlead.gate;

import java.util.Comparator;

/**
 * Who reads an event or a field of it.
 *
 * @param kind projection, process, gateway, aggregate, verify or another part of the application, http, or domain for what none
 *     of its handlers leads to
 * @param name of a projection the name of its group, else of the class
 */
public record Reader(String kind, String name) implements Comparable<Reader> {

    private static final Comparator<Reader> ORDER =
            Comparator.comparing(Reader::kind).thenComparing(Reader::name);

    @Override
    public int compareTo(Reader other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + ' ' + name;
    }
}
