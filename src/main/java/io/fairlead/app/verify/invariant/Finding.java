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
        private final int examplesMax;
        private long examined;
        private long failed;

        Tally() {
            this(EXAMPLES_MAX);
        }

        /** One that tells more, or fewer, of what it found. */
        Tally(int examplesMax) {
            this.examplesMax = examplesMax;
        }

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
            if (times > 0) {
                example(sentence.formatted(named));
            }
        }

        /** One more sentence about what is counted already. */
        void example(String sentence) {
            if (examples.size() < examplesMax) {
                examples.add(sentence);
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
