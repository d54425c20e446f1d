package io.fairlead.view;

import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodOpened;
import io.fairlead.revenue.event.PeriodReopened;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.revenue.view.PositionQuery;
import io.fairlead.time.event.TimePriced;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 42 in the views: what review wrote up or down is revenue, and what books were closed without counts after them. */
class ReviewedRevenueViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String BOOKS = "accounting-period:DE01";
    private static final LocalDate MARCH_10 = LocalDate.of(2026, 3, 10);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private final MemoryLog log = new MemoryLog();

    @ParameterizedTest
    @CsvSource({"-60, 300", "40, 400", "0, 360"})
    void review_moves_revenue_on_the_day_of_the_issue(String adjustment, String revenue) {
        worked("TIME_AND_MATERIALS", null);
        issued("time-entry:1", "360", adjustment);

        assertThat(revenue(APRIL_1.minusDays(1))).isEqualByComparingTo("360");
        assertThat(revenue(APRIL_1)).isEqualByComparingTo(revenue);
    }

    @Test
    void what_is_written_up_stops_at_the_limit_as_all_revenue_does() {
        worked("NOT_TO_EXCEED", "380");
        issued("time-entry:1", "360", "40");

        assertThat(revenue(APRIL_1)).isEqualByComparingTo("380");
    }

    @Test
    void a_retainer_that_is_billed_for_less_earns_nothing_by_it() {
        worked("RETAINER", null);
        log.append(BillingItemReady.newBuilder(BillingStory.itemReady(JOB, "billing-item:1", "1000"))
                .setKind("RETAINER")
                .build());
        issued("billing-item:1", "1000", "-100");

        assertThat(revenue(APRIL_1)).isEqualByComparingTo("360");
    }

    @Test
    void books_that_were_closed_without_reviews_stay_and_the_next_day_has_them() {
        worked("TIME_AND_MATERIALS", null);
        issued("time-entry:1", "360", "-60");
        log.append(PeriodOpened.newBuilder()
                .setAccountingPeriodId(BOOKS)
                .setLegalEntityId(JOB.entity())
                .setPeriod("2026-04")
                .setFrom(APRIL_1)
                .setTo(MAY_1)
                .build());
        log.append(closed(1, false));

        assertThat(revenue(MAY_1.minusDays(1))).isEqualByComparingTo("360");
        assertThat(revenue(MAY_1)).isEqualByComparingTo("300");
    }

    @Test
    void books_that_are_closed_anew_have_them() {
        books_that_were_closed_without_reviews_stay_and_the_next_day_has_them();
        log.append(PeriodReopened.newBuilder()
                .setAccountingPeriodId(BOOKS)
                .setLegalEntityId(JOB.entity())
                .setPeriod("2026-04")
                .setCloseId(BOOKS + "/2026-04/1")
                .setReopenedBy("local|cfo")
                .setReason("reviews")
                .setReopenedAt(Story.NOON)
                .build());
        log.append(closed(2, true));

        assertThat(revenue(APRIL_1)).isEqualByComparingTo("300");
    }

    private static PeriodClosed closed(int no, boolean reviews) {
        return PeriodClosed.newBuilder()
                .setAccountingPeriodId(BOOKS)
                .setLegalEntityId(JOB.entity())
                .setPeriod("2026-04")
                .setFrom(APRIL_1)
                .setTo(MAY_1)
                .setCloseId(BOOKS + "/2026-04/" + no)
                .setClosedBy("local|cfo")
                .setClosedAt(Story.NOON)
                .setReviewsCounted(reviews)
                .build();
    }

    /** 360.00 of work in March. */
    private void worked(String method, @Nullable String limit) {
        log.append(Story.contract(JOB, Story.line(1, method, null, limit)));
        log.append(Story.project(JOB));
        log.append(TimePriced.newBuilder(Story.priced(JOB, "time-entry:1", 10_800, "360"))
                .setServiceDate(MARCH_10)
                .setAccountingDate(MARCH_10)
                .build());
    }

    private void issued(String source, String drafted, String adjustment) {
        var net = new BigDecimal(drafted).add(new BigDecimal(adjustment)).toPlainString();
        log.append(BillingStory.linesAdded("invoice:1", BillingStory.invoiceLine(JOB, 1, source, 1, drafted)));
        log.append(BillingStory.invoiceDrafted(JOB, "invoice:1", 1, drafted));
        if (!adjustment.equals("0")) {
            log.append(InvoiceLineAdjusted.newBuilder()
                    .setInvoiceId("invoice:1")
                    .setLineNo(1)
                    .setSourceId(source)
                    .setPortionNo(1)
                    .setContractLineNo(1)
                    .setProjectId(JOB.project())
                    .setContractId(JOB.contract())
                    .setAmount(money(adjustment))
                    .setNet(money(net))
                    .setCurrency("EUR")
                    .setReason("as agreed")
                    .setAdjustedBy("local|cfo")
                    .build());
        }
        log.append(BillingStory.invoiceApproved(JOB, "invoice:1", net, "0", net));
        log.append(InvoiceIssued.newBuilder(BillingStory.invoiceIssued(JOB, "invoice:1", 1, net, "0", net))
                .setIssueDate(APRIL_1)
                .build());
    }

    private BigDecimal revenue(LocalDate lastDay) {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return new PositionQuery(db)
                .list(null, JOB.contract(), new KnownAt(lastDay, null), null, 10)
                .items()
                .getFirst()
                .revenue();
    }
}
