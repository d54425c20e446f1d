package io.fairlead.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The application must not open its store, or a setting is of no use, and it said why: it is not started again, since the answer
 * would be the same.
 */
public final class StartRefused extends LaunchFailed {

    /** What the application ends with. */
    public static final int EXIT_CODE = 78;

    /** What the application's reasons begin with, in its log. */
    public static final String FIRST_WORDS = "Fairlead does not start: ";

    private static final long serialVersionUID = 1L;

    private StartRefused(String message) {
        super(message);
    }

    /** With the reasons that stand last in the log. */
    static StartRefused of(String name, Path log) {
        return new StartRefused(told(log, name, EXIT_CODE));
    }

    /** The reasons that stand last in the log, and where to look for more. */
    static String told(Path log, String name, int code) {
        return reasons(log) + "%n(%s ended with code %d; see %s)".formatted(name, code, log);
    }

    private static String reasons(Path log) {
        try {
            var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            int begin = text.lastIndexOf(FIRST_WORDS);
            if (begin >= 0) {
                return text.substring(begin).strip();
            }
        } catch (IOException _) {
            // Told below.
        }
        return FIRST_WORDS + "its reasons are not to be found in the log.";
    }
}
