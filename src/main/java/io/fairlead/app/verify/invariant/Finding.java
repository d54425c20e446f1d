package io.fairlead.app.verify.invariant;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check found.
 *
 * @param examined things looked at
 * @param failed differences
 * @param examples sentences about the first of them
 * @param notes what is no difference but worth knowing, such as postings under way
 */
public record Finding(long examined, long failed, List<String> examples, List<String> notes) {

    static final int EXAMPLES_MAX = 5;

    /** Counts while a check looks. Not thread-safe. */
    public static final class Tally {

        private final List<String> examples = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private long examined;
        private long failed;

        void examined() {
            examined(1);
        }

        void examined(long more) {
            examined += more;
        }

        void require(boolean holds, String otherwise, Object... named) {
            if (!holds) {
                differs(otherwise, named);
            }
        }

        void differs(String sentence, Object... named) {
            differs(1, sentence, named);
        }

        void differs(long times, String sentence, Object... named) {
            failed += times;
            if (times > 0 && examples.size() < EXAMPLES_MAX) {
                examples.add(sentence.formatted(named));
            }
        }

        void note(String sentence, Object... named) {
            if (notes.size() < EXAMPLES_MAX) {
                notes.add(sentence.formatted(named));
            }
        }

        Finding finding() {
            return new Finding(examined, failed, List.copyOf(examples), List.copyOf(notes));
        }
    }
}
