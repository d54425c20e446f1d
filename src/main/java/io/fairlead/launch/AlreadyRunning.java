package io.fairlead.launch;

/** Another Fairlead holds the data folder; tells a second start which process that is. */
public final class AlreadyRunning extends RuntimeException {

    /** What a start ends with that found another Fairlead on its folder; a conflict, as the command line has it. */
    public static final int EXIT_CODE = 5;

    private static final long serialVersionUID = 1L;

    private final long pid;

    public AlreadyRunning(DataFolder data, long pid) {
        super("Fairlead already runs on %s (process %s); see `fairlead status`, stop it with `fairlead down`"
                .formatted(data.root(), pid == 0 ? "unknown" : Long.toString(pid)));
        this.pid = pid;
    }

    /** Process id of the one that runs, or 0 when it has not told it yet. */
    public long pid() {
        return pid;
    }
}
