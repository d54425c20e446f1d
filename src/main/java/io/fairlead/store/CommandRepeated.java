package io.fairlead.store;

/** The command was accepted before; its former outcome is the answer. */
public final class CommandRepeated extends AppendRefused {

    private static final long serialVersionUID = 1;

    private final transient Appended former;

    public CommandRepeated(Appended former) {
        super("the command was accepted before", null);
        this.former = former;
    }

    /** Where the command's events stand since then. */
    public Appended former() {
        return former;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
