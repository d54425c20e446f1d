package io.fairlead.app.start;

/** A setting that nothing can be started with; told as setting, reason and remedy instead of a stack. */
public final class SettingRefused extends StartImpossible {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param setting name of the variable
     * @param reason what is wrong with it, without the secret
     * @param remedy what to do
     */
    public SettingRefused(String setting, String reason, String remedy) {
        super(setting + ": " + reason);
        this.remedy = remedy;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
