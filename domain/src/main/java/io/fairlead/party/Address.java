package io.fairlead.party;

import io.fairlead.shared.Check;

/**
 * Where invoices go.
 *
 * @param street and number
 * @param city town
 * @param postalCode as the country writes it
 */
public record Address(String street, String city, String postalCode) {

    public Address {
        Check.text("address.street", street, 200);
        Check.text("address.city", city, 100);
        Check.text("address.postalCode", postalCode, 20);
    }
}
