package io.fairlead.gateway.intake;

/**
 * A whole file (or its profile or mapping) that cannot be used as it stands; nothing of it was taken. Shown to
 * whoever started the import.
 */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String field;
    private final String reason;
    private final String remedy;

    /**
     * @param code stable rule code, such as DATE_ORDER_UNSETTLED
     * @param field the column, key or option concerned
     * @param reason what is wrong, a sentence without full stop
     * @param remedy what to do about it, a sentence without full stop
     */
    public FileRefused(String code, String field, String reason, String remedy) {
        super(code + ": " + field + ": " + reason + "; " + remedy);
        this.code = code;
        this.field = field;
        this.reason = reason;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }
}
