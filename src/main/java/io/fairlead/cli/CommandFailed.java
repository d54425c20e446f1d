package io.fairlead.cli;

import java.io.Serial;
import java.util.Map;

/** Ends a command with a message for people, a code for scripts and, from the API, its problem document. */
public final class CommandFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient Map<String, Object> problem;

    public CommandFailed(ExitCode code, String message) {
        this(code, message, Map.of());
    }

    /**
     * A refusal by the API.
     *
     * @param problem the RFC 9457 document, empty when there is none
     */
    public CommandFailed(ExitCode code, String message, Map<String, Object> problem) {
        super(message);
        this.code = code;
        this.problem = problem;
    }

    public ExitCode code() {
        return code;
    }

    public Map<String, Object> problem() {
        return problem;
    }
}
