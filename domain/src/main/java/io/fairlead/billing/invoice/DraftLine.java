package io.fairlead.billing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line for a draft; the draft numbers it.
 *
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param portionNo portion of it, from 1
 * @param contractLineNo line of the contract
 * @param projectId project:<key>
 * @param description what was noted, for the reader; null where nothing was
 * @param serviceDate day of service
 * @param seconds worked time; null for items
 * @param price of secondsPerUnit seconds; null for items
 * @param secondsPerUnit base quantity of the price; null for items
 * @param net at the currency's digits
 * @param taxCategory UNCL5305
 * @param taxCodes taxes that it bears, each a row of its own; empty means the one of its category
 * @param taxDay day that decides its rates; null means the day of service
 */
public record DraftLine(
        String sourceId,
        int portionNo,
        int contractLineNo,
        String projectId,
        @Nullable String description,
        LocalDate serviceDate,
        @Nullable Integer seconds,
        @Nullable BigDecimal price,
        @Nullable Integer secondsPerUnit,
        BigDecimal net,
        String taxCategory,
        List<String> taxCodes,
        @Nullable LocalDate taxDay) {

    public DraftLine {
        taxCodes = List.copyOf(taxCodes);
    }

    /** Taxed on its day of service. */
    public DraftLine(
            String sourceId,
            int portionNo,
            int contractLineNo,
            String projectId,
            @Nullable String description,
            LocalDate serviceDate,
            @Nullable Integer seconds,
            @Nullable BigDecimal price,
            @Nullable Integer secondsPerUnit,
            BigDecimal net,
            String taxCategory,
            List<String> taxCodes) {
        this(
                sourceId,
                portionNo,
                contractLineNo,
                projectId,
                description,
                serviceDate,
                seconds,
                price,
                secondsPerUnit,
                net,
                taxCategory,
                taxCodes,
                null);
    }
}
