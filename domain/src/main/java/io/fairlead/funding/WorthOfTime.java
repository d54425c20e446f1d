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

    /** @param price the last one */
    static BigDecimal of(History history, TimePriced price) {
        var entry = price.getTimeEntryId();
        boolean withdrawn = history.all(entry, TimeApprovalWithdrawn.class).stream()
                .anyMatch(event -> event.getVersion() >= price.getVersion());
        if (withdrawn) {
            return BigDecimal.ZERO;
        }
        var worth = price.getAmount();
        for (var event : history.all(entry, TimeRepriced.class)) {
            worth = event.getVersion() < price.getVersion() ? worth : worth.add(event.getAmountDelta());
        }
        for (var event : history.all(entry, TimeCorrectedAfterApproval.class)) {
            boolean later = event.getVersion() > price.getVersion() && event.getAmountDelta() != null;
            worth = later ? worth.add(event.getAmountDelta()) : worth;
        }
        for (var event : history.all(entry, TimeWrittenOff.class)) {
            worth = worth.subtract(event.getAmount());
        }
        for (var event : history.all(entry, TimeCorrectedAfterBilling.class)) {
            worth = worth.subtract(event.getAmount());
        }
        return worth.max(BigDecimal.ZERO);
    }

    private WorthOfTime() {}
}
