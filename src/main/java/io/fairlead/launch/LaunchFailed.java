package io.fairlead.launch;

/** A part could not be started or stopped; the message names the part, the reason and the remedy for whoever typed the command. */
public sealed class LaunchFailed extends RuntimeException permits StartRefused, StartDelayed {

    private static final long serialVersionUID = 1L;

    public LaunchFailed(String message) {
        super(message);
    }

    public LaunchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
