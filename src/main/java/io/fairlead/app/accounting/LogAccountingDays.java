package io.fairlead.app.accounting;

import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.AccountingDates;
import io.fairlead.revenue.AccountingPeriodId;
import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodReopened;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.StreamHistory;
import java.util.ArrayList;
import java.util.HashSet;

/** Which days of a company's books are open, from the log itself: for reactions that wait for no view. */
public final class LogAccountingDays implements AccountingCalendar {

    private final StreamHistory history;

    public LogAccountingDays(StreamHistory history) {
        this.history = history;
    }

    @Override
    public Days of(String legalEntityId) {
        var stream = AccountingPeriodId.of(new LegalEntityId(legalEntityId)).value();
        var reopened = new HashSet<String>();
        var closed = new ArrayList<PeriodClosed>();
        for (var event : history.all(stream)) {
            switch (event) {
                case PeriodClosed close -> closed.add(close);
                case PeriodReopened reopening -> reopened.add(reopening.getCloseId());
                default -> {}
            }
        }
        var dates = AccountingDates.ALL_OPEN;
        for (var close : closed) {
            if (!reopened.contains(close.getCloseId())) {
                dates = dates.closed(close.getTo());
            }
        }
        return dates;
    }
}
