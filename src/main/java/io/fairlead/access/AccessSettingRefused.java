package io.fairlead.access;

/** A setting that says who may come in, and is of no use. */
public final class AccessSettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String setting;
    private final String reason;
    private final String remedy;

    /**
     * @param setting name of the variable
     * @param reason what is wrong with it, without secrets
     * @param remedy what to do
     */
    public AccessSettingRefused(String setting, String reason, String remedy) {
        super(setting + ": " + reason + ". " + remedy);
        this.setting = setting;
        this.reason = reason;
        this.remedy = remedy;
    }

    public String setting() {
        return setting;
    }

    public String reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }
}
