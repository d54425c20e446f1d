package io.fairlead.time.cost;

import io.fairlead.shared.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What the seller pays the employer for an hour of the person that it borrows.
 *
 * @param transferRateId the row
 * @param rate per hour, converted where the contract has another currency
 * @param books the seller's book currency; null when the contract is in it
 */
public record Transfer(
        String transferRateId, Rate rate, @Nullable BookCurrency books) {}
