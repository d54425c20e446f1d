package io.fairlead.exception;

import io.fairlead.schema.ShownText;
import java.time.Instant;

/**
 * Work in the background that waits for longer than it should, as a work item: one for each piece of work, open as
 * long as it waits.
 *
 * @param work name of the piece of work, as operators see it
 */
public record WaitingWork(String work) {

    /** Work waits. */
    public static final String CODE = "WORK_WAITS";

    private static final String ITSELF = "fairlead|waiting-work";
    private static final int PART_MAX = 300; // Three of them and the words between stay below what a sentence may be.

    /** The same as long as the work keeps its name. */
    public ExceptionId exceptionId() {
        return RaiseException.idOf(CODE, subject());
    }

    private String subject() {
        return "work:" + work;
    }

    /**
     * The item; raised while it is open, it changes nothing.
     *
     * @param what of the work waits
     * @param since UTC
     * @param reason why
     * @param remedy what to do
     */
    public RaiseException raise(String what, Instant since, String reason, String remedy, Instant at) {
        var sentence = "%s waits since %s (%s). Why: %s. What to do: %s. `fairlead status` shows it."
                .formatted(work, since, part(what), part(reason), part(remedy));
        return new RaiseException(exceptionId(), CODE, subject(), sentence, OwnerRole.IT, null, null, at, false);
    }

    private static String part(String text) {
        var shown = ShownText.of(text);
        if (shown.length() <= PART_MAX) {
            return shown;
        }
        int end = PART_MAX - 3;
        return shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + "...";
    }

    /** What clears the item once the work goes on. */
    public ResolveException clear(Instant at) {
        return new ResolveException(exceptionId(), "it goes on", ITSELF, 0, at);
    }
}
