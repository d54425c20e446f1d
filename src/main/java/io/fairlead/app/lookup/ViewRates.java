package io.fairlead.app.lookup;

import io.fairlead.billing.RateLookup;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Prices and costs of approved time. */
public final class ViewRates {

    static final String FX_RATE_MISSING = "FX_RATE_MISSING";

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
        var answer = RatePrecedence.choose(
                question,
                tables.rows(
                        terms.rateCardId(),
                        event.getContractId(),
                        event.getProjectId(),
                        event.getCustomerId(),
                        event.getLegalEntityId()));
        return answer instanceof RateFound found ? inContractCurrency(found, terms.currency(), day, tables) : answer;
    }

    /** R13: a card in another currency than the contract is converted at the rate of the work date. */
    private static RateAnswer inContractCurrency(
            RateFound found, String currency, LocalDate day, PriceTables.Tables tables) {
        var own = found.row().rate().currency().getCode();
        if (own.equals(currency)) {
            return found;
        }
        return tables.exchange()
                .on(own, currency, day)
                .<RateAnswer>map(fx -> new RateFound(found.row().with(fx), found.level()))
                .orElseGet(() -> new RateMissing(FX_RATE_MISSING, noExchangeRate(own, currency, day)));
    }

    static String noExchangeRate(String one, String other, LocalDate day) {
        return "No exchange rate between " + one + " and " + other + " holds on " + day
                + ". Set one, then resolve this item.";
    }

    /** {@link CostRateLookup}: the person's row, best in the contract's currency, latest first day, then latest recorded. */
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
                .filter(row -> row.holdsOn(event.getWorkDate()))
                .max(Comparator.comparing((PriceTables.Cost row) -> isIn(terms.currency(), row))
                        .thenComparing(PriceTables.Cost::from)
                        .thenComparing(PriceTables.Cost::position));
        if (best.isEmpty()) {
            return missing(event, person, terms);
        }
        return new CostCurrencies(tables, event, terms.currency()).of(best.get(), target(event, terms, zone), person);
    }

    private static boolean isIn(String currency, PriceTables.Cost row) {
        return row.rate().currency().getCode().equals(currency);
    }

    private static TimeTarget target(TimeApproved event, PriceTables.Terms terms, String zone) {
        return new TimeTarget(
                new ProjectId(event.getProjectId()),
                null,
                new ContractId(event.getContractId()),
                event.getLineNo(),
                new CustomerId(event.getCustomerId()),
                new LegalEntityId(event.getLegalEntityId()),
                terms.currency(),
                zone);
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
