package io.fairlead.planted;

import io.fairlead.billing.run.PayerShares;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RatePrecedence;
import io.fairlead.contract.RateQuestion;
import io.fairlead.contract.RateRow;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.expense.PriceExpense;
import io.fairlead.funding.LimitedLines;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.LargestRemainder;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.cost.CostAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.Money;

/** Breaks the rule that adapters only fetch: it chooses, rounds, says what is missing and calls a person. */
public class DecidingLookup {

    final BiFunction<String, String, RateAnswer> byReference = RateMissing::new;

    RateAnswer price(RateQuestion question, List<RateRow> rows) {
        return RatePrecedence.choose(question, rows) instanceof RateFound found
                ? new RateFound(found.row(), found.level(), new BilledTime(TimeRounding.NONE, 0, 0))
                : new RateMissing("RATE_MISSING", "none");
    }

    CostAnswer cost() {
        return new CostAnswer.CostMissing("COST_RATE_MISSING", "none");
    }

    ExpensePricing.Answer expense() {
        return new ExpensePricing.TermsFound(new PriceExpense.Terms("EUR", null, BigDecimal.ZERO));
    }

    List<Money> shares(Money total, List<BigDecimal> parts) {
        return LargestRemainder.share(total, parts);
    }

    PayerShares payers() {
        return new PayerShares(List.of(), "EUR");
    }

    LimitedLines limited() {
        return new LimitedLines(true, Set.of());
    }

    RaiseException item(Instant at) {
        return RaiseException.about("NONE", "time-entry:e", "none", OwnerRole.PMO, null, null, at);
    }
}
