package io.fairlead.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** What somebody tried who may not, and how he was met. One that failed for another reason than a refusal proves nothing. */
final class Attempts {

    /** How an attempt ended. */
    enum End {
        REFUSED,
        DONE,
        UNCLEAR
    }

    /**
     * One attempt.
     *
     * @param what in words
     * @param detail why it ended so
     */
    record Result(End end, String what, String detail) {

        /** As one line, for the process that reads it. */
        String line() {
            return end + "\t" + oneLine(what) + "\t" + oneLine(detail);
        }

        static Result parse(String line) {
            var parts = line.split("\t", 3);
            return new Result(End.valueOf(parts[0]), parts[1], parts[2]);
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ");
        }
    }

    private final List<Result> results = new ArrayList<>();
    private final Predicate<Throwable> refusal;

    /** @param refusal whether a failure, or one of its causes, says that it was not allowed */
    Attempts(Predicate<Throwable> refusal) {
        this.refusal = refusal;
    }

    /** Tries it; whatever it throws is an outcome. */
    void attempt(String what, Callable<?> trespass) {
        try {
            var answer = trespass.call();
            results.add(new Result(End.DONE, what, String.valueOf(answer)));
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (refusal.test(cause)) {
                    results.add(new Result(End.REFUSED, what, cause.toString()));
                    return;
                }
            }
            results.add(new Result(End.UNCLEAR, what, e.toString()));
        }
    }

    List<Result> results() {
        return List.copyOf(results);
    }
}
