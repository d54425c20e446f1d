package io.fairlead.source;

import java.time.LocalDate;

/**
 * Where value belongs and when it counts.
 *
 * @param kind {@code time}, {@code expense} or the kind of billing item in small letters, such as {@code units}
 * @param work whose and for whom
 * @param serviceDate day of the work
 * @param accountingDate day on which it counts
 * @param currency ISO 4217
 * @param ruleVersion of the money rules; 1 when the event says none, since there were no others before it could
 */
public record Attribution(
        String kind, Work work, LocalDate serviceDate, LocalDate accountingDate, String currency, int ruleVersion) {

    static final int FIRST_RULES = 1;
}
