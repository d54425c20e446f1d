package io.fairlead.projection;

/** A rebuild cannot begin; says why, and what helps. Told to the operator. */
public final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String remedy;

    RebuildRefused(String code, String reason, String remedy) {
        super(reason);
        this.code = code;
        this.remedy = remedy;
    }

    /** Stable name of the reason. */
    public String code() {
        return code;
    }

    /** What helps. */
    public String remedy() {
        return remedy;
    }
}
