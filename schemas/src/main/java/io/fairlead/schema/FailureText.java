package io.fairlead.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells of a failure's message. Parsers and codecs quote what they were given, and that is what callers wrote: names,
 * amounts, secrets. So of theirs nothing is told, the class and the place say what went wrong; of others, what stands in quotes or
 * as a value is left out.
 */
public final class FailureText {

    private static final int LENGTH_MAX = 400;

    /** Whose messages are made of the text that they could not read. */
    private static final List<String> QUOTING =
            List.of("com.fasterxml.", "tools.jackson.", "org.apache.avro.", "org.jooq.", "java.time.format.");

    /** Failures of a start: no caller has said anything yet, and names of beans and settings are what helps. */
    private static final List<String> STARTING = List.of(
            "org.springframework.beans.", "org.springframework.boot.", "org.springframework.context.", "org.flywaydb.");

    private static final Pattern VALUE =
            Pattern.compile("\"[^\"]*\"?|'[^']*'?|=\\([^)]*\\)?|\\u201c[^\\u201d]*\\u201d?");

    private FailureText() {}

    /** Behind the name of its class: a colon and the message, or nothing. */
    public static String of(String className, @Nullable String message) {
        if (message == null || message.isBlank() || QUOTING.stream().anyMatch(className::startsWith)) {
            return "";
        }
        var told = STARTING.stream().anyMatch(className::startsWith) ? message : withoutValues(firstLine(message));
        return ": " + ShownText.of(told.length() <= LENGTH_MAX ? told : told.substring(0, LENGTH_MAX) + "...");
    }

    /** A failure in one line of a log: its class, and what may be told of its message and of its cause. */
    public static String of(Throwable failure) {
        var cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + of(failure.getClass().getName(), failure.getMessage())
                + (cause == null || cause == failure
                        ? ""
                        : ", caused by " + cause.getClass().getSimpleName()
                                + of(cause.getClass().getName(), cause.getMessage()));
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }

    private static String withoutValues(String text) {
        return VALUE.matcher(text).replaceAll("'...'");
    }
}
