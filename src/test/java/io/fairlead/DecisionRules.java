package io.fairlead;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Set;
import java.util.regex.Pattern;

/** Where money is decided: in the domain, and nowhere else. */
final class DecisionRules {

    /** What a rule of the domain answers about a price or a cost; only the rule makes one. */
    private static final Pattern ANSWER = Pattern.compile("io\\.fairlead\\.(contract\\.RateAnswer\\$\\w+"
            + "|time\\.cost\\.CostAnswer\\$\\w+"
            + "|expense\\.ExpensePricing\\$\\w+"
            + "|shared\\.BilledTime"
            + "|funding\\.LimitedLines"
            + "|.*Missing)");

    /** Rules that others than the domain reach through the classes that decide. */
    private static final Set<String> DECIDING = Set.of(
            "io.fairlead.billing.run.InvoiceGrouping",
            "io.fairlead.billing.run.PayerShares",
            "io.fairlead.contract.RatePrecedence",
            "io.fairlead.shared.LargestRemainder",
            "io.fairlead.shared.MissingInput");

    private static final String WORK_ITEM = "io.fairlead.exception.RaiseException";

    /** Adapters fetch: which row, what is missing and what a person has to do is decided in the domain. */
    static ArchCondition<JavaClass> decideNoPrice() {
        return HouseRules.condition(
                "decide no price, cost, group or limit, and make no work item",
                type -> type.getAccessesFromSelf().stream()
                        .filter(access -> {
                            var owner = access.getTargetOwner().getName();
                            var name = access.getTarget().getName();
                            boolean makes = name.equals("<init>");
                            return makes && ANSWER.matcher(owner).matches()
                                    || DECIDING.contains(owner)
                                    || owner.equals(WORK_ITEM) && (makes || name.equals("about"));
                        })
                        .map(access -> access.getDescription()));
    }

    private DecisionRules() {}
}
