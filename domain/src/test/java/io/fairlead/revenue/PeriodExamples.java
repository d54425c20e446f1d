package io.fairlead.revenue;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;

import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodOpened;
import io.fairlead.revenue.event.PeriodReopened;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The months of a company's books. */
final class PeriodExamples {

    static final AccountingPeriodId BOOKS = AccountingPeriodId.of(GMBH);

    static FixtureConfiguration<AccountingPeriod> periods() {
        return new AggregateTestFixture<>(AccountingPeriod.class);
    }

    static ClosePeriod close(String period) {
        return new ClosePeriod(BOOKS, GMBH, period, LEAD, NOON);
    }

    static PeriodOpened opened(String month) {
        var days = Month.named(month).orElseThrow();
        return new PeriodOpened(BOOKS.value(), GMBH.value(), month, days.from(), days.to());
    }

    static PeriodClosed closed(String month, int no) {
        var days = Month.named(month).orElseThrow();
        return PeriodClosed.newBuilder()
                .setAccountingPeriodId(BOOKS.value())
                .setLegalEntityId(GMBH.value())
                .setPeriod(month)
                .setFrom(days.from())
                .setTo(days.to())
                .setCloseId("accounting-period:GMBH/" + month + "/" + no)
                .setClosedBy(LEAD)
                .setReviewsCounted(true)
                .setClosedAt(NOON)
                .build();
    }

    static PeriodReopened reopened(String month, int no) {
        return PeriodReopened.newBuilder()
                .setAccountingPeriodId(BOOKS.value())
                .setLegalEntityId(GMBH.value())
                .setPeriod(month)
                .setCloseId("accounting-period:GMBH/" + month + "/" + no)
                .setReopenedBy(LEAD)
                .setReason("late invoice")
                .setReopenedAt(NOON)
                .build();
    }

    private PeriodExamples() {}
}
