package io.fairlead.app.start;

import io.fairlead.schema.SchemaFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** This build must not open the store; the application ends with {@value #EXIT_CODE} and changes nothing. */
public final class StoreUnreadable extends RuntimeException {

    /** EX_CONFIG of sysexits.h: a supervisor that starts it again gets the same answer. */
    public static final int EXIT_CODE = 78;

    /** What the message begins with; the launcher finds it in the application's log by these words. */
    public static final String FIRST_WORDS = "Fairlead does not start: ";

    private static final long serialVersionUID = 1;
    private static final int TOLD_MAX = 40;

    private final transient List<SchemaFault> faults;

    StoreUnreadable(List<SchemaFault> faults, int schemas, long events) {
        super(message(faults, schemas, events));
        this.faults = List.copyOf(faults);
    }

    /** What is not read as it was written, never empty. */
    public List<SchemaFault> faults() {
        return faults;
    }

    /** The refusal behind a start that failed, if it is one. */
    public static Optional<StoreUnreadable> behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnreadable refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static String message(List<SchemaFault> faults, int schemas, long events) {
        long hurt =
                faults.stream().mapToLong(SchemaFault::fingerprint).distinct().count();
        var told = faults.stream().limit(TOLD_MAX).map(StoreUnreadable::line).collect(Collectors.joining());
        var rest = faults.size() > TOLD_MAX ? "%n- and %d more".formatted(faults.size() - TOLD_MAX) : "";
        return FIRST_WORDS
                + "this build does not read what is stored as it was written: %d of %d schemas, in a log of %d events."
                        .formatted(hurt, schemas, events)
                + " Nothing was appended, published or changed."
                + told
                + rest;
    }

    private static String line(SchemaFault fault) {
        var event = fault.event().isEmpty() ? "" : fault.event() + ", ";
        var remedy = fault.remedy().isEmpty() ? "" : ". Remedy: " + fault.remedy();
        return "%n- %s%s%s".formatted(event, fault.place(), remedy);
    }
}
