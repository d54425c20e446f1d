package io.fairlead.app.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The application cannot start as it is, told as reason and remedy; it ends with a code that says whether to start it again. */
public abstract sealed class StartImpossible extends RuntimeException
        permits StoreUnreadable, SettingRefused, DatabaseAway {

    /** EX_CONFIG of sysexits.h: a supervisor that starts it again gets the same answer. */
    public static final int EXIT_CODE = 78;

    /** What the message begins with; the launcher finds it in the application's log by these words. */
    public static final String FIRST_WORDS = "Fairlead does not start: ";

    private static final long serialVersionUID = 1;

    /** @param reason in whole sentences, without secrets */
    StartImpossible(String reason) {
        super(FIRST_WORDS + reason);
    }

    /** What the application ends with. */
    public int exitCode() {
        return EXIT_CODE;
    }

    /** What to do, as a sentence. */
    public abstract String remedy();

    /** The one behind a start that failed, if it is one. */
    public static Optional<StartImpossible> behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartImpossible reason) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
