package io.fairlead.store;

/** More appends wait than the store takes; nothing was stored, try again later. */
public final class StoreOverloaded extends AppendRefused {

    private static final long serialVersionUID = 1;

    public StoreOverloaded(int waiting) {
        super(waiting + " appends wait already: nothing was stored, try again later", null);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
