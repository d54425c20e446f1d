package io.fairlead.schema;

/** The registry's final no: asking again changes nothing until the schema or the registry's rules change. */
public final class RegistryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int errorCode;

    public RegistryRefused(String request, int status, int errorCode, String message) {
        super(request + ": registry answered " + status + " (error code " + errorCode + "): " + message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** HTTP status, 300..499. */
    public int status() {
        return status;
    }

    /** The registry's own code, for example 40403; the status where it gave none. */
    public int errorCode() {
        return errorCode;
    }
}
