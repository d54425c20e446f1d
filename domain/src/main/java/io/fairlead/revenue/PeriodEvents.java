package io.fairlead.revenue;

import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodOpened;
import io.fairlead.revenue.event.PeriodReopened;

/** How the events of closes are filled from their commands and the period. */
final class PeriodEvents {

    /** @param no which close of the period it is, from 1 */
    static PeriodClosed closed(ClosePeriod command, PeriodOpened period, int no) {
        var books = command.accountingPeriodId().value();
        return PeriodClosed.newBuilder()
                .setAccountingPeriodId(books)
                .setLegalEntityId(command.legalEntityId().value())
                .setPeriod(command.period())
                .setFrom(period.getFrom())
                .setTo(period.getTo())
                .setCloseId(books + "/" + command.period() + "/" + no)
                .setClosedBy(command.closedBy())
                .setClosedAt(command.at())
                .setReviewsCounted(true)
                .build();
    }

    static PeriodReopened reopened(ReopenPeriod command, PeriodClosed close) {
        return PeriodReopened.newBuilder()
                .setAccountingPeriodId(close.getAccountingPeriodId())
                .setLegalEntityId(close.getLegalEntityId())
                .setPeriod(command.period())
                .setCloseId(close.getCloseId())
                .setReopenedBy(command.reopenedBy())
                .setReason(command.reason())
                .setReopenedAt(command.at())
                .build();
    }

    private PeriodEvents() {}
}
