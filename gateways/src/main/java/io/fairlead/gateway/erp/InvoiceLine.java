package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One position of an invoice for the ERP.
 *
 * @param quantity in the unit given, at most 6 decimals
 * @param price per unit, at most 6 decimals
 * @param net rounded to the currency's digits, at most 4 decimals
 * @param taxCategory codes of the taxes that it bears, comma separated
 * @param taxRates their rates in the same order, comma separated fractions; null in what was enqueued before rates were told
 */
public record InvoiceLine(
        String description,
        @Nullable String projectId,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal price,
        BigDecimal net,
        String taxCategory,
        @Nullable String taxRates) {}
