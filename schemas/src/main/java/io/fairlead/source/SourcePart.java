package io.fairlead.source;

import java.math.BigDecimal;

/**
 * A part of a billable source.
 *
 * @param portionNo from 1; 0 means what was unbilled
 * @param seconds billed time; 0 of what is no time
 * @param amount net, four decimals, with the sign of the source
 */
public record SourcePart(int portionNo, int seconds, BigDecimal amount) {}
