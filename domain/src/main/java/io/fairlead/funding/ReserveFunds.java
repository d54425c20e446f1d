package io.fairlead.funding;

import io.fairlead.party.CustomerId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask the limits for what work is worth. Sent again with another worth, it asks for more or gives back.
 *
 * @param fundingId the contract's limits
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param lineNo contract line that pays
 * @param customerId buyer
 * @param projectId where it was done
 * @param serviceDate day of work or acceptance; first part of its rank
 * @param approvedAt second part of its rank
 * @param divisible whether it may be billed in parts
 * @param worth in all, drafted and billed parts included, >= 0; 0 gives everything back
 * @param seconds of billed time in all; 0 for what bills no time
 * @param currency ISO 4217, the contract's
 */
public record ReserveFunds(
        @TargetAggregateIdentifier FundingId fundingId,
        String sourceId,
        int lineNo,
        CustomerId customerId,
        ProjectId projectId,
        @Happened LocalDate serviceDate,
        Instant approvedAt,
        boolean divisible,
        BigDecimal worth,
        int seconds,
        String currency) {

    public ReserveFunds {
        Check.day("serviceDate", serviceDate);
        worth = Check.notNegative("worth", worth);
        Check.range("seconds", seconds, 0, Integer.MAX_VALUE);
    }

    /** Of what bills no time. */
    public ReserveFunds(
            FundingId fundingId,
            String sourceId,
            int lineNo,
            CustomerId customerId,
            ProjectId projectId,
            LocalDate serviceDate,
            Instant approvedAt,
            boolean divisible,
            BigDecimal worth,
            String currency) {
        this(
                fundingId,
                sourceId,
                lineNo,
                customerId,
                projectId,
                serviceDate,
                approvedAt,
                divisible,
                worth,
                0,
                currency);
    }

    /** Place in the queue: as text it sorts by day, then instant, then id. */
    String rank() {
        var micros = approvedAt.getEpochSecond() * 1_000_000 + approvedAt.getNano() / 1_000;
        return serviceDate + "|%020d|".formatted(micros) + sourceId;
    }
}
