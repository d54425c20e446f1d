package io.fairlead.planted;

/** Breaks rules on names and on money. */
public class PriceHelper {

    double price(String amount) {
        return Double.parseDouble(amount);
    }
}
