package io.fairlead.billing;

import java.math.BigDecimal;

/**
 * A tax rate as in force at a tax point.
 *
 * @param rate part of the net, 0..1
 * @param source law or notice; the reason where the rate is 0
 */
public record TaxRate(BigDecimal rate, String source) {}
