package io.fairlead.gateway.erp;

import java.math.BigDecimal;

/**
 * Tax of one code at one rate; base and tax in the invoice's currency.
 *
 * @param category code of the tax: a category of UNCL5305, or a name such as GST where a line bears several
 * @param rate as a fraction: 0.19
 */
public record TaxRow(String category, BigDecimal rate, BigDecimal base, BigDecimal tax) {}
