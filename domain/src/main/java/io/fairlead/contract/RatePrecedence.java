package io.fairlead.contract;

import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * R1: contract line and person, contract line and role, project and person, project and role, customer's card, entity's
 * standard. Ties: the row in the contract's currency, then the row that also names the kind of work, then the latest first
 * day, then the latest recorded. An
 * explicit 0 is a price.
 */
public final class RatePrecedence {

    private static Comparator<RateFound> bestFirst(String currency) {
        return Comparator.comparing(RateFound::level)
                .thenComparing(found -> !found.row().rate().currency().getCode().equals(currency))
                .thenComparing(found -> found.row().workType() == null)
                .thenComparing(
                        found -> found.row().role() == null && found.row().personId() == null)
                .thenComparing(found -> found.row().from(), Comparator.reverseOrder())
                .thenComparing(found -> found.row().position(), Comparator.reverseOrder());
    }

    /** The row that wins among the candidates; their order does not matter. */
    public static RateAnswer choose(RateQuestion question, Collection<RateRow> rows) {
        Optional<RateFound> best = rows.stream()
                .filter(row -> matches(question, row))
                .flatMap(row -> levelOf(question, row).map(level -> new RateFound(row, level)).stream())
                .min(bestFirst(question.currency()));
        if (best.isPresent()) {
            return best.get();
        }
        return new RateMissing(
                "RATE_MISSING",
                "No rate for " + question.personId() + " as "
                        + question.role() + " on " + question.day() + " for " + question.projectId() + " of "
                        + question.customerId() + ". Set a rate, then resolve this item.");
    }

    private static boolean matches(RateQuestion question, RateRow row) {
        return row.holdsOn(question.day())
                && anyOr(row.personId(), question.personId())
                && anyOr(row.role(), question.role())
                && (row.workType() == null || row.workType().equals(question.workType()))
                && (row.lineNo() == null || row.lineNo() == question.lineNo());
    }

    private static Optional<RateLevel> levelOf(RateQuestion question, RateRow row) {
        boolean person = row.personId() != null;
        if (row.owner().equals(question.contractId())) {
            return Optional.of(person ? RateLevel.CONTRACT_LINE_PERSON : RateLevel.CONTRACT_LINE_ROLE);
        }
        if (row.owner().equals(question.projectId())) {
            return Optional.of(person ? RateLevel.PROJECT_PERSON : RateLevel.PROJECT_ROLE);
        }
        if (row.owner().equals(question.customerId()) || row.rateCardId().equals(question.contractCardId())) {
            return Optional.of(person ? RateLevel.CUSTOMER_PERSON : RateLevel.CUSTOMER_ROLE);
        }
        if (row.owner().equals(question.legalEntityId())) {
            return Optional.of(RateLevel.ENTITY_STANDARD);
        }
        return Optional.empty();
    }

    private static boolean anyOr(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private RatePrecedence() {}
}
