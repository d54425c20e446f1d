package io.fairlead.store;

/** A known command key came with another body; the client must send a new key. */
public final class CommandKeyReused extends AppendRefused {

    private static final long serialVersionUID = 1;

    public CommandKeyReused(CommandIdentity command) {
        super(
                "command key " + command.key() + " was used before with another body: send a new key for a new command",
                null);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
