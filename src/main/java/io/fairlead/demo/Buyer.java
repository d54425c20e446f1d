package io.fairlead.demo;

import org.jspecify.annotations.Nullable;

/**
 * A customer of the sample firm.
 *
 * @param code its id
 * @param account what the CRM calls it
 * @param taxCategory null where the tax profile is not settled
 * @param legalEntity the company it usually contracts with; null where none is known
 */
record Buyer(
        String code,
        String name,
        Company company,
        String country,
        String city,
        String account,
        @Nullable String taxCategory,
        @Nullable String legalEntity,
        boolean poRequired) {

    /** Nine digits after the country; of no real firm. */
    String taxId() {
        return country + "9000000" + code.substring(code.length() - 2);
    }

    /** What it wants to read on invoices. */
    String reference() {
        return "AP " + code.substring(code.length() - 2);
    }
}
