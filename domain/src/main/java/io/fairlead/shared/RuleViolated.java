package io.fairlead.shared;

/** A refusal by a rule: nothing was recorded. Read by people through the API, so it names field, reason and remedy. */
public final class RuleViolated extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String field;
    private final String reason;
    private final String remedy;

    /**
     * A refusal that concerns no single field.
     *
     * @param code stable code of the rule, listed in src/docs/rules.md
     * @param reason what is wrong, a plain sentence
     */
    public RuleViolated(String code, String reason) {
        this(code, "", reason, "");
    }

    /**
     * A refusal.
     *
     * @param code stable code of the rule, listed in src/docs/rules.md
     * @param field of the request that is at fault; empty when it is none
     * @param reason what is wrong, a plain sentence
     * @param remedy what to do; empty when the reason says it all
     */
    public RuleViolated(String code, String field, String reason, String remedy) {
        super(code + ": " + reason);
        this.code = code;
        this.field = field;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Stable code of the rule. */
    public String code() {
        return code;
    }

    /** Field of the request at fault; empty when it is none. */
    public String field() {
        return field;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }

    /** What to do; empty when the reason says it all. */
    public String remedy() {
        return remedy;
    }

    /** A refusal is an answer, not a fault: its stack says nothing to anybody. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
