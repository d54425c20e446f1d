package io.fairlead.revenue.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.Month;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.RevenueProposal;
import io.fairlead.revenue.view.AccountingPeriodQuery;
import io.fairlead.revenue.view.AccountingPeriodQuery.Period;
import io.fairlead.shared.RuleViolated;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounting periods and what closing one would book. */
@RestController
@RequestMapping("/v1/periods")
@Tag(name = "Accounting periods")
public class PeriodReadApi {

    private final Reads reads;
    private final AccountingPeriodQuery periods;
    private final RevenueInputsLookup inputs;

    PeriodReadApi(Reads reads, AccountingPeriodQuery periods, RevenueInputsLookup inputs) {
        this.reads = reads;
        this.periods = periods;
        this.inputs = inputs;
    }

    /**
     * What a close would book, or what is still to book after one.
     *
     * @param period as it stands; null when it was never opened or closed
     */
    @Schema(description = "What a close would book; working it out again gives the same until something is recorded")
    public record Proposal(
            String legalEntity,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Period period,
            List<Line> lines) {}

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
                    facts.terms().price(),
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

    @GetMapping
    @Operation(summary = "The accounting periods of a company")
    ResponseEntity<Listing<Period>> list(
            @RequestParam String entity, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var company = LegalEntityId.of(entity).value();
        return reads.page(null, atLeast, _ -> new Page<>(periods.of(company), null));
    }

    @GetMapping("/{entity}/{period}/proposal")
    @Operation(summary = "What closing a period would book, obligation by obligation; changes nothing")
    Proposal proposal(@PathVariable String entity, @PathVariable String period) {
        var company = LegalEntityId.of(entity).value();
        var known = periods.find(company, period);
        var month = Month.named(period);
        var from = known.map(Period::from).or(() -> month.map(Month::from)).orElseThrow(() -> unknown(period));
        var to = known.isPresent() ? known.get().to() : month.map(Month::to).orElse(null);
        if (to == null) {
            throw new RuleViolated("A-02", "period", period + " has no end", "propose a period that ends");
        }
        var lines = inputs.before(company, to).stream()
                .map(facts -> Line.of(RevenueProposal.of(facts)))
                .toList();
        return new Proposal(company, period, from, to, known.orElse(null), lines);
    }

    private static RuleViolated unknown(String period) {
        return new RuleViolated(
                "A-02", "period", "there is no period " + period, "open it first, or name a month such as 2026-03");
    }
}
