package io.fairlead.revenue.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.MasterDataReader;
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
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final MasterDataReader known;

    PeriodReadApi(Reads reads, AccountingPeriodQuery periods, RevenueInputsLookup inputs, MasterDataReader known) {
        this.reads = reads;
        this.periods = periods;
        this.inputs = inputs;
        this.known = known;
    }

    @GetMapping
    @Operation(summary = "The accounting periods of a company")
    ResponseEntity<Listing<Period>> list(
            @RequestParam String entity, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var company = company(entity);
        return reads.page(null, atLeast, _ -> new Page<>(periods.of(company), null));
    }

    @GetMapping("/{entity}/{period}/proposal")
    @Operation(summary = "What closing a period would book, obligation by obligation; changes nothing")
    PeriodProposal proposal(@PathVariable String entity, @PathVariable String period) {
        var company = company(entity);
        var opened = periods.find(company, period);
        var month = Month.named(period);
        var from = opened.map(Period::from).or(() -> month.map(Month::from)).orElseThrow(() -> unknown(period));
        var to = opened.isPresent() ? opened.get().to() : month.map(Month::to).orElse(null);
        if (to == null) {
            throw new RuleViolated("A-02", "period", period + " has no end", "propose a period that ends");
        }
        var lines = inputs.before(company, to).stream()
                .map(facts -> PeriodProposal.Line.of(RevenueProposal.of(facts)))
                .toList();
        return new PeriodProposal(company, period, from, to, opened.orElse(null), lines);
    }

    private String company(String entity) {
        return known.ask().existing(LegalEntityId.of(entity));
    }

    private static RuleViolated unknown(String period) {
        return new RuleViolated(
                "A-02", "period", "there is no period " + period, "open it first, or name a month such as 2026-03");
    }
}
