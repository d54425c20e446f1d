package io.fairlead.bench;

/** A checkout could not be measured; its message is for the person who asked. */
public final class CheckoutFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CheckoutFailed(String message) {
        super(message);
    }
}
