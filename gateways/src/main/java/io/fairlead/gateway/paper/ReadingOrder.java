package io.fairlead.gateway.paper;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The order in which a line's signs stand on paper. Text is stored as it is read; what is written from right to left,
 * such as Hebrew, stands the other way round, while figures and Latin words within it keep theirs. {@link ArabicLetters}
 * are joined before.
 */
final class ReadingOrder {

    /** A letter with the marks above and below it, which must stay behind it. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final Map<String, String> MIRRORED =
            Map.of("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<");

    private ReadingOrder() {}

    /** One line as its signs stand from left to right; the same text where nothing runs from the right. */
    static String fromLeft(String line) {
        var signs = line.toCharArray();
        if (!Bidi.requiresBidi(signs, 0, signs.length)) {
            return line;
        }
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[bidi.getRunCount()];
        var runs = new String[levels.length];
        for (var i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            var run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 1 ? turned(run) : run;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    private static String turned(String run) {
        var clusters = new ArrayList<String>();
        var matcher = CLUSTER.matcher(run);
        while (matcher.find()) {
            clusters.add(MIRRORED.getOrDefault(matcher.group(), matcher.group()));
        }
        return String.join("", clusters.reversed());
    }
}
