package io.fairlead.party;

import org.jspecify.annotations.Nullable;

/**
 * What a company's invoices print besides name and tax identifier.
 *
 * @param address null when not told
 * @param account that buyers pay to; null when not told
 * @param endpoint electronic address; null when it follows from the tax identifier
 * @param registration in the register of companies; null when not told
 * @param contact whom buyers ask; null when not told
 */
public record SellerDetails(
        @Nullable Address address,
        @Nullable BankAccount account,
        @Nullable SchemedId endpoint,
        @Nullable SchemedId registration,
        @Nullable Contact contact) {}
