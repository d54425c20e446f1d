package io.fairlead.gateway.erp;

import java.math.BigDecimal;

/** Tax of one category; the rate as a fraction (0.19), base and tax in the invoice's currency. */
public record TaxRow(String category, BigDecimal rate, BigDecimal base, BigDecimal tax) {}
