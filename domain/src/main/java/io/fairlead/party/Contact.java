package io.fairlead.party;

import io.fairlead.shared.Check;

/**
 * Whom a buyer asks about an invoice. German buyers demand all three (Peppol DE-R-005 to DE-R-007).
 *
 * @param name of a person or an office
 * @param phone with at least three digits
 * @param email address
 */
public record Contact(String name, String phone, String email) {

    public Contact {
        Check.text("contact.name", name, 100);
        Check.text("contact.phone", phone, 40);
        Check.text("contact.email", email, 100);
    }
}
