package io.fairlead.contract;

import io.fairlead.contract.PricingFacts.Terms;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.MissingInput;
import io.fairlead.shared.TimeClasses;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * What approved time is priced with: whether at all (method, class, term), by which row (R1), how much of it (R2), in which
 * currency (R13) and whether the books take it (R14). Asked by the processes that price and reprice, and by previews.
 */
public final class TimePricing {

    private final Supplier<? extends PricingFacts> known;
    private final AccountingCalendar books;

    /**
     * @param known what is known when it is asked
     * @param books open days of each company
     */
    public TimePricing(Supplier<? extends PricingFacts> known, AccountingCalendar books) {
        this.known = known;
        this.books = books;
    }

    /** For time that is to be priced now. */
    public RateAnswer price(TimeApproved entry) {
        return MissingInput.openDay(books, entry.getLegalEntityId(), entry.getWorkDate())
                .<RateAnswer>map(TimePricing::missing)
                .orElseGet(() -> byCards(entry, known.get()));
    }

    /** What the cards say of it, whether or not its day is open: for time that has a price, and for cards only imagined. */
    public static RateAnswer byCards(TimeApproved entry, PricingFacts facts) {
        if (!isBilledByTime(entry, facts)) {
            return new NotBilledByTime();
        }
        var terms = facts.terms(entry.getContractId());
        var role = facts.role(entry.getPersonId());
        if (terms.isEmpty() || role.isEmpty()) {
            return new RateMissing("RATE_MISSING", "The contract or the person of this time is not known yet.");
        }
        return isWithin(terms.get(), entry.getWorkDate())
                ? byCards(entry, terms.get(), role.get(), facts)
                : outsideTerm(entry, terms.get());
    }

    private static boolean isBilledByTime(TimeApproved entry, PricingFacts facts) {
        return entry.getTimeClass().equals(TimeClasses.BILLABLE)
                && facts.method(entry.getContractId(), entry.getLineNo())
                        .filter(BillingMethods.BY_ENTRY::contains)
                        .isPresent();
    }

    /** Half-open: the first day of the term counts, the day after it does not. */
    private static boolean isWithin(Terms terms, LocalDate day) {
        return !day.isBefore(terms.from()) && (terms.to() == null || day.isBefore(terms.to()));
    }

    private static RateMissing outsideTerm(TimeApproved entry, Terms terms) {
        return new RateMissing(
                "OUTSIDE_TERM",
                "Time on " + entry.getWorkDate() + " is outside the term of " + entry.getContractId()
                        + ", which begins on " + terms.from()
                        + (terms.to() == null ? "" : " and ends before " + terms.to())
                        + ". Move the time or write it off.");
    }

    private static RateAnswer byCards(TimeApproved entry, Terms terms, String role, PricingFacts facts) {
        var question = new RateQuestion(
                entry.getContractId(),
                entry.getLineNo(),
                terms.rateCardId(),
                entry.getProjectId(),
                entry.getCustomerId(),
                entry.getLegalEntityId(),
                entry.getPersonId(),
                role,
                entry.getWorkType(),
                terms.currency(),
                entry.getWorkDate());
        var answer = RatePrecedence.choose(question, facts.rows(question));
        return answer instanceof RateFound found ? inContractCurrency(found, entry, terms, facts) : answer;
    }

    /** R13: a row in another currency than the contract is converted at the rate of the work date. */
    private static RateAnswer inContractCurrency(RateFound found, TimeApproved entry, Terms terms, PricingFacts facts) {
        var own = found.row().rate().currency().getCode();
        if (own.equals(terms.currency())) {
            return new RateFound(found.row(), found.level(), billed(entry, terms.timeRounding(), facts));
        }
        var fx = facts.exchangeRates().on(own, terms.currency(), entry.getWorkDate());
        return fx.isPresent()
                ? new RateFound(found.row().with(fx.get()), found.level(), billed(entry, terms.timeRounding(), facts))
                : missing(MissingInput.exchangeRate(own, terms.currency(), entry.getWorkDate()));
    }

    /** R2: how much of the time is billed; only a day that is rounded as a whole asks what its other entries had. */
    private static BilledTime billed(TimeApproved entry, TimeRounding policy, PricingFacts facts) {
        if (!policy.perDay() || policy.mode() == TimeRounding.Mode.NONE) {
            return BilledTime.by(policy);
        }
        var others = facts.dayOf(entry);
        return new BilledTime(policy, others.workedSeconds(), others.billedSeconds());
    }

    private static RateMissing missing(MissingInput input) {
        return new RateMissing(input.code(), input.sentence());
    }
}
