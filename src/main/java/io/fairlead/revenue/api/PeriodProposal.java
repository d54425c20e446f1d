package io.fairlead.revenue.api;

import io.fairlead.revenue.RevenueProposal;
import io.fairlead.revenue.view.AccountingPeriodQuery.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close would book, or what is still to book after one.
 *
 * @param period as it stands; null when it was never opened or closed
 */
@Schema(
        name = "Proposal",
        description = "What a close would book; working it out again gives the same until something is recorded")
public record PeriodProposal(
        String legalEntity,
        String name,
        LocalDate from,
        LocalDate to,
        @Nullable Period period,
        List<Line> lines) {

    /**
     * One obligation.
     *
     * @param toDate revenue since inception; null when it cannot be worked out
     * @param delta what would be booked; null when it cannot be worked out
     * @param code why it cannot be worked out, or LOSS_EXPECTED; null when all is well
     */
    @Schema(name = "ProposalLine")
    public record Line(
            String obligationId,
            String contractId,
            List<Integer> lineNos,
            String name,
            String method,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal estimate,
            @Nullable BigDecimal price,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal toDate,
            BigDecimal booked,
            @Nullable BigDecimal delta,
            String currency,
            @Nullable String code,
            @Nullable String sentence) {

        static Line of(RevenueProposal proposal) {
            var facts = proposal.facts();
            var inputs = facts.inputs();
            return new Line(
                    facts.obligationId().value(),
                    facts.contractId(),
                    facts.lineNos(),
                    facts.name(),
                    facts.terms().method().name(),
                    inputs.cost(),
                    inputs.estimate(),
                    facts.price(),
                    inputs.limit(),
                    inputs.value(),
                    proposal.toDate(),
                    facts.booked(),
                    proposal.delta(),
                    facts.terms().currency().getCode(),
                    proposal.code(),
                    proposal.sentence());
        }
    }
}
