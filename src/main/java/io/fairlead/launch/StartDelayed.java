package io.fairlead.launch;

import java.nio.file.Path;

/** The application needs something that is away for now, and said what: a later start may find it. */
public final class StartDelayed extends LaunchFailed {

    /** What the application ends with. */
    public static final int EXIT_CODE = 7;

    private static final long serialVersionUID = 1L;

    private StartDelayed(String message) {
        super(message);
    }

    /** With the reasons that stand last in the log. */
    static StartDelayed of(String name, Path log) {
        return new StartDelayed(StartRefused.told(log, name, EXIT_CODE));
    }
}
