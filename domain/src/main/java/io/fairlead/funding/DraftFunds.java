package io.fairlead.funding;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Hold reserved funds for a draft, before it claims the work. All or nothing.
 *
 * @param fundingId the contract's limits
 * @param invoiceId the draft
 * @param poNumber its purchase order; null means none
 * @param portions 1..500
 */
public record DraftFunds(
        @TargetAggregateIdentifier FundingId fundingId,
        InvoiceId invoiceId,
        @Nullable String poNumber,
        List<Portion> portions) {

    /** Portions that one command may name. */
    public static final int PORTIONS_MAX = 500;

    public DraftFunds {
        Check.range("portions", portions.size(), 1, PORTIONS_MAX);
        portions = List.copyOf(portions);
    }

    /**
     * A part of a source.
     *
     * @param sourceId time-entry:<uuid> or billing-item:<uuid>
     * @param lineNo contract line that pays
     * @param amount net, >= 0
     * @param claimed of the source's own worth, >= 0: the net without what review wrote up or down
     * @param seconds of its time; 0 for what bills no time
     * @param serviceDate its day; null when nobody says
     */
    public record Portion(
            String sourceId,
            int lineNo,
            BigDecimal amount,
            BigDecimal claimed,
            int seconds,
            @Happened @Nullable LocalDate serviceDate) {

        public Portion {
            amount = Check.notNegative("portions.amount", amount);
            claimed = Check.notNegative("portions.claimed", claimed);
        }

        /** As it was claimed: nothing is written up or down. */
        public Portion(String sourceId, int lineNo, BigDecimal amount) {
            this(sourceId, lineNo, amount, amount, 0, null);
        }

        /** Both of one source. */
        Portion plus(Portion more) {
            return new Portion(
                    sourceId,
                    lineNo,
                    amount.add(more.amount),
                    claimed.add(more.claimed),
                    seconds + more.seconds,
                    serviceDate);
        }
    }
}
