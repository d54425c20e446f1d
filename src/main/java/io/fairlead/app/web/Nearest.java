package io.fairlead.app.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
public final class Nearest {

    private static final int DISTANCE_MAX = 3;

    /** The nearest of the names when one is near, and all of them: "did you mean 'status'? use one of [...]". */
    public static String hint(String given, Collection<String> names) {
        var all = "use one of " + names.stream().sorted().toList();
        return names.stream()
                .min(Comparator.<String>comparingInt(name -> distance(given, name))
                        .thenComparing(name -> name))
                .filter(name -> distance(given, name) <= Math.min(DISTANCE_MAX, name.length() / 2))
                .map(name -> "did you mean '" + name + "'? " + all)
                .orElse(all);
    }

    private static int distance(String given, String name) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    private Nearest() {}
}
