package io.fairlead.time.cost;

import io.fairlead.shared.ExchangeRate;
import org.jspecify.annotations.Nullable;

/**
 * The seller's book currency, where the contract has another one (R13).
 *
 * @param code ISO 4217
 * @param fx of the work date, from the cost rate's currency; null when that is the book currency
 */
public record BookCurrency(String code, @Nullable ExchangeRate fx) {}
