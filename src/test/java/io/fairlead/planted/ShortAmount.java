package io.fairlead.planted;

/** Has a shorter constructor that no main code calls, and one that its own factory does. */
public record ShortAmount(String amount, String currency, int digits) {

    public ShortAmount(String amount) {
        this(amount, "EUR");
    }

    public ShortAmount(String amount, String currency) {
        this(amount, currency, 2);
    }
}
