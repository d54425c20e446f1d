package io.fairlead.cli;

import io.fairlead.launch.AlreadyRunning;
import io.fairlead.launch.StartRefused;

/** What a command's end tells the script that called it. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    DIFFERENCES(3),
    AUTHENTICATION(4),
    CONFLICT(AlreadyRunning.EXIT_CODE),
    NOT_FOUND(6),
    RETRY_LATER(7),
    /** Nothing was ever started on the data folder, so that waiting does not help. */
    NEVER_STARTED(8),
    /** The application must not open its store; starting it again does not help. */
    START_REFUSED(StartRefused.EXIT_CODE),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The code for an answer of the HTTP API. */
    public static ExitCode ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> AUTHENTICATION;
            case 404, 410 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            case 429, 502, 503, 504 -> RETRY_LATER;
            default -> status < 400 ? OK : FAILED;
        };
    }
}
