package io.fairlead.app.lookup;

import io.fairlead.billing.RateLookup;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RatePrecedence;
import io.fairlead.contract.RateQuestion;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.CostRateLookup;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import java.util.Comparator;
import java.util.List;

/** Prices and costs of approved time. */
public final class ViewRates {

    private final PriceTables prices;

    public ViewRates(PriceTables prices) {
        this.prices = prices;
    }

    /** {@link RateLookup}: the contract's term, its line's method, then R1. */
    public RateAnswer price(TimeApproved event) {
        return price(event, prices.now());
    }

    /** As {@link #price(TimeApproved)}, from tables that may be imagined. */
    RateAnswer price(TimeApproved event, PriceTables.Tables tables) {
        var method = tables.methods().get(event.getContractId() + "#" + event.getLineNo());
        if (!event.getTimeClass().equals(TimeClasses.BILLABLE)
                || method == null
                || !BillingMethods.BY_ENTRY.contains(method)) {
            return new NotBilledByTime();
        }
        var terms = tables.contracts().get(event.getContractId());
        var person = tables.people().get(event.getPersonId());
        if (terms == null || person == null) {
            return new RateMissing("RATE_MISSING", "The contract or the person of this time is not known yet.");
        }
        var day = event.getWorkDate();
        if (day.isBefore(terms.from()) || (terms.to() != null && !day.isBefore(terms.to()))) {
            return new RateMissing(
                    "OUTSIDE_TERM",
                    "Time on " + day + " is outside the term of " + event.getContractId() + ", which begins on "
                            + terms.from() + (terms.to() == null ? "" : " and ends before " + terms.to())
                            + ". Move the time or write it off.");
        }
        var question = new RateQuestion(
                event.getContractId(),
                event.getLineNo(),
                terms.rateCardId(),
                event.getProjectId(),
                event.getCustomerId(),
                event.getLegalEntityId(),
                event.getPersonId(),
                person.role(),
                event.getWorkType(),
                terms.currency(),
                day);
        return RatePrecedence.choose(
                question,
                tables.rows(
                        terms.rateCardId(),
                        event.getContractId(),
                        event.getProjectId(),
                        event.getCustomerId(),
                        event.getLegalEntityId()));
    }

    /** {@link CostRateLookup}: the person's row in the contract's currency, latest first day, then latest recorded. */
    public CostRateLookup.CostAnswer cost(TimeApproved event) {
        var tables = prices.now();
        var terms = tables.contracts().get(event.getContractId());
        var person = tables.people().get(event.getPersonId());
        var zone = tables.zones().get(event.getProjectId());
        if (terms == null || person == null || zone == null) {
            return new CostRateLookup.CostMissing(
                    "COST_RATE_MISSING", "The contract or the person of this time is not known yet.");
        }
        var best = tables.costs().getOrDefault(event.getPersonId(), List.of()).stream()
                .filter(row -> row.holdsOn(event.getWorkDate())
                        && row.rate().currency().getCode().equals(terms.currency()))
                .max(Comparator.comparing(PriceTables.Cost::from).thenComparing(PriceTables.Cost::position));
        if (best.isEmpty()) {
            return missing(event, person, terms);
        }
        var target = new TimeTarget(
                new ProjectId(event.getProjectId()),
                null,
                new ContractId(event.getContractId()),
                event.getLineNo(),
                new CustomerId(event.getCustomerId()),
                new LegalEntityId(event.getLegalEntityId()),
                terms.currency(),
                zone);
        return new CostRateLookup.CostFound(
                target,
                new LegalEntityId(person.legalEntityId()),
                best.get().id(),
                best.get().rate());
    }

    private static CostRateLookup.CostMissing missing(
            TimeApproved event, PriceTables.Person person, PriceTables.Terms terms) {
        var abroad = !person.legalEntityId().equals(event.getLegalEntityId());
        return new CostRateLookup.CostMissing(
                abroad ? "INTERCOMPANY_RATE_MISSING" : "COST_RATE_MISSING",
                event.getPersonId() + " of " + person.legalEntityId() + " has no cost rate in " + terms.currency()
                        + " on " + event.getWorkDate() + ". Set one, then resolve this item.");
    }
}
