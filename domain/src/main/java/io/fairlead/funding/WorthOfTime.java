package io.fairlead.funding;

import io.fairlead.shared.History;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;

/** What a time entry is worth by its own events: its price with all changes, less what was given up or never existed. */
final class WorthOfTime {

    /** Nothing while it has no price; each price begins anew, whatever became of one before. */
    static BigDecimal of(History history, String timeEntryId) {
        var worth = BigDecimal.ZERO;
        for (var event : history.all(timeEntryId)) {
            worth = switch (event) {
                case TimePriced priced -> priced.getAmount();
                case TimeApprovalWithdrawn _ -> BigDecimal.ZERO;
                case TimeRepriced repriced -> worth.add(repriced.getAmountDelta());
                case TimeCorrectedAfterApproval corrected ->
                    corrected.getAmountDelta() == null ? worth : worth.add(corrected.getAmountDelta());
                case TimeWrittenOff off -> worth.subtract(off.getAmount());
                case TimeCorrectedAfterBilling corrected -> worth.subtract(corrected.getAmount());
                default -> worth;
            };
        }
        return worth.max(BigDecimal.ZERO);
    }

    private WorthOfTime() {}
}
