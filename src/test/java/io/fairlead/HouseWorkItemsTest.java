package io.fairlead;

import static io.fairlead.House.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.RaiseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A work item that is open tells the amount of now. Whoever raises one of which later words replace none says why that holds. */
class HouseWorkItemsTest {

    private static final String NO_AMOUNT = "it tells no amount";
    private static final String OF_A_FACT = "the amount is that of one fact, which is never another";
    private static final String FOLLOWS = "the process sends RestateException when the amount moves";

    /** By the class that raises. */
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("WhenContractAmendedThenModify", NO_AMOUNT),
            Map.entry("ReturnedMoney", OF_A_FACT),
            Map.entry("MoneyItem", FOLLOWS),
            Map.entry("LimitMessages", FOLLOWS + "; a threshold tells what was left when it was reached"),
            Map.entry("BookingRates$Missing", "the amount is that of what waits for the rate, which is one fact"),
            Map.entry("OwedItem", FOLLOWS),
            Map.entry("WhenProgressReportedThenBill", OF_A_FACT),
            Map.entry("DraftAmounts", NO_AMOUNT),
            Map.entry("WhenTimeApprovedThenPrice", NO_AMOUNT),
            Map.entry("WhenTimeApprovedThenCost", NO_AMOUNT),
            Map.entry("WhenBilledTimeChangesThenRaise", NO_AMOUNT),
            Map.entry("ErpResults", NO_AMOUNT));

    @Test
    void who_raises_a_work_item_restates_its_amount_or_says_why_not() {
        assertThat(raisers()).isEqualTo(new TreeSet<>(WHY.keySet()));
    }

    private static Set<String> raisers() {
        return MAIN.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(RaiseException.class)
                        && call.getName().equals("about"))
                .map(call -> call.getOriginOwner().getName().replaceAll(".*\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
