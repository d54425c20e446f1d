package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.project.event.EstimateRevised;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueBasis;
import io.fairlead.revenue.event.RevenueRecognised;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.revenue.view.PositionQuery;
import io.fairlead.revenue.view.PositionQuery.Position;
import io.fairlead.time.event.TimePriced;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Revenue by method, inside limits, as of any day; cases 11, 19 and 20 as the views tell them. */
class RevenueFiguresTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final LocalDate MARCH_10 = LocalDate.of(2026, 3, 10);

    private final MemoryLog log = new MemoryLog();

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static Position position(DSLContext db, KnownAt at) {
        return new PositionQuery(db)
                .list(null, JOB.contract(), at, null, 10)
                .items()
                .getFirst();
    }

    private void sign(ContractLine... lines) {
        log.append(Story.contract(JOB, lines));
        log.append(Story.project(JOB));
    }

    private void work(String entry, String amount, LocalDate day) {
        log.append(TimePriced.newBuilder(Story.priced(JOB, entry, 3600, amount))
                .setServiceDate(day)
                .setAccountingDate(day)
                .build());
    }

    private void bill(String invoice, String source, String net, LocalDate issued) {
        log.append(BillingStory.linesAdded(invoice, BillingStory.invoiceLine(JOB, 1, source, 1, net)));
        log.append(BillingStory.invoiceDrafted(JOB, invoice, 1, net));
        log.append(BillingStory.invoiceApproved(JOB, invoice, net, "0", net));
        log.append(InvoiceIssued.newBuilder(BillingStory.invoiceIssued(JOB, invoice, 1, net, "0", net))
                .setIssueDate(issued)
                .build());
    }

    @Test
    void revenue_as_incurred_stops_at_the_limit_and_what_was_known_before_stays() {
        sign(Story.line(1, "NOT_TO_EXCEED", null, "1000"));
        work("time-entry:1", "700", MARCH_10);
        var known = log.head();
        work("time-entry:2", "500", MARCH_10.plusDays(1));
        work("time-entry:3", "50", MARCH_10.plusDays(2));
        var db = folded();

        assertThat(position(db, KnownAt.NOW).revenue()).isEqualByComparingTo("1000");
        assertThat(position(db, new KnownAt(null, known)).revenue()).isEqualByComparingTo("700");
        assertThat(position(db, new KnownAt(MARCH_10, null)).revenue()).isEqualByComparingTo("700");
        assertThat(db.fetch("select revenue_amount from bi.fact_revenue_movement where source_id = 'time-entry:2'")
                        .into(BigDecimal.class))
                .singleElement()
                .satisfies(part -> assertThat(part).isEqualByComparingTo("300"));
    }

    @Test
    void a_line_without_a_limit_beside_a_limited_one_is_not_touched() {
        sign(Story.line(1, "TIME_AND_MATERIALS", null, null), Story.line(2, "NOT_TO_EXCEED", null, "100"));
        work("time-entry:1", "700", MARCH_10);

        assertThat(position(folded(), KnownAt.NOW).revenue()).isEqualByComparingTo("700");
    }

    @Test
    void percent_complete_is_what_closes_and_catch_ups_booked() {
        sign(ContractLine.newBuilder(Story.line(1, "FIXED_FEE", "1000000", null))
                .setRevenueMethod("PERCENT_COMPLETE")
                .build());
        log.append(obligation("PERCENT_COMPLETE", "1000000"));
        log.append(estimate("700000"));
        log.append(recognised("600000", "0", "600000", LocalDate.of(2026, 3, 31)));
        log.append(caughtUp("691463.41", "600000", "91463.41", LocalDate.of(2026, 4, 15)));
        var db = folded();

        assertThat(position(db, new KnownAt(LocalDate.of(2026, 3, 31), null)).revenue())
                .isEqualByComparingTo("600000.00");
        assertThat(position(db, KnownAt.NOW).revenue()).isEqualByComparingTo("691463.41");
        assertThat(db.fetch("select booked_amount from projection.obligation").into(BigDecimal.class))
                .singleElement()
                .satisfies(booked -> assertThat(booked).isEqualByComparingTo("691463.41"));
    }

    @Test
    void as_billed_is_what_was_billed_and_an_instalment_that_is_ready_is_no_revenue() {
        sign(Story.line(1, "FIXED_FEE", "12000", null), Story.line(2, "MILESTONE", "5000", null));
        log.append(BillingStory.itemReady(JOB, "billing-item:2", "5000"));
        bill("invoice:1", "billing-item:1", "3000", MARCH_10);

        var db = folded();

        assertThat(db.fetch(
                                "select line_no, sum(revenue_amount) as sum from bi.fact_revenue_movement group by 1 order by 1")
                        .formatCSV())
                .isEqualTo("line_no,sum\n1,3000.0000\n2,5000.0000\n");
    }

    @Test
    void margin_of_case_19() {
        // 10 h worked at 150, 2 h of them written off; 2 h of a subcontractor at 150, bought at 95.
        sign(Story.line(1, "TIME_AND_MATERIALS", null, null));
        work("time-entry:1", "1200", MARCH_10);
        work("time-entry:2", "300", MARCH_10);
        log.append(Story.costed(JOB, "time-entry:1", 36_000, "800"));
        log.append(Story.costed(JOB, "time-entry:2", 7_200, "190"));

        var margin = new MarginQuery(folded())
                .list(RollUp.by(Dimension.CONTRACT), null, null)
                .items()
                .getFirst();

        assertThat(margin.revenue()).isEqualByComparingTo("1500");
        assertThat(margin.cost()).isEqualByComparingTo("990");
        assertThat(margin.margin()).isEqualByComparingTo("510");
        assertThat(margin.ratio()).isEqualByComparingTo("0.34");
    }

    @Test
    void backlog_and_liability_of_case_20() {
        sign(Story.line(1, "TIME_AND_MATERIALS", "120000", null));
        work("time-entry:1", "45000", MARCH_10);
        bill("invoice:1", "time-entry:1", "50000", MARCH_10);
        var db = folded();

        var backlog =
                new BacklogQuery(db).list(RollUp.by(Dimension.CONTRACT)).items().getFirst();
        assertThat(backlog.revenueBacklog()).isEqualByComparingTo("75000");
        assertThat(backlog.billingBacklog()).isEqualByComparingTo("70000");
        assertThat(position(db, KnownAt.NOW).contractLiability()).isEqualByComparingTo("5000");
        assertThat(position(db, KnownAt.NOW).contractAsset()).isZero();
        var before = new BacklogQuery(db)
                .list(RollUp.by(Dimension.CONTRACT), new KnownAt(MARCH_10.minusDays(1), null))
                .items()
                .getFirst();
        assertThat(before.revenueBacklog()).isEqualByComparingTo("120000");
    }

    private static ObligationOpened obligation(String method, String price) {
        return ObligationOpened.newBuilder()
                .setObligationId("obligation:1")
                .setContractId(JOB.contract())
                .setCustomerId(JOB.customer())
                .setLegalEntityId(JOB.entity())
                .setName("Plant")
                .setLineNos(List.of(1))
                .setMethod(method)
                .setProgressBasis("COST")
                .setWithinLimit(true)
                .setPrice(Story.money(price))
                .setTermFrom(Story.DAY)
                .setCurrency("EUR")
                .build();
    }

    private static EstimateRevised estimate(String amount) {
        return EstimateRevised.newBuilder()
                .setProjectId(JOB.project())
                .setContractId(JOB.contract())
                .setCustomerId(JOB.customer())
                .setLegalEntityId(JOB.entity())
                .setLineNo(1)
                .setEstimate(Story.money(amount))
                .setCurrency("EUR")
                .setAsOf(Story.DAY)
                .setReason("planned")
                .setRevisedBy("local|pm")
                .build();
    }

    private static RevenueRecognised recognised(String toDate, String before, String delta, LocalDate day) {
        return RevenueRecognised.newBuilder()
                .setObligationId("obligation:1")
                .setContractId(JOB.contract())
                .setCustomerId(JOB.customer())
                .setLegalEntityId(JOB.entity())
                .setLineNo(1)
                .setPeriod("2026-03")
                .setCloseId("close")
                .setMethod("PERCENT_COMPLETE")
                .setBasis(RevenueBasis.newBuilder().setUntil(day).build())
                .setToDate(Story.money(toDate))
                .setBookedBefore(Story.money(before))
                .setDelta(Story.money(delta))
                .setCurrency("EUR")
                .setServiceDate(day)
                .setAccountingDate(day)
                .setRuleVersion(1)
                .build();
    }

    private static CumulativeCatchUpRecognised caughtUp(String toDate, String before, String delta, LocalDate day) {
        return CumulativeCatchUpRecognised.newBuilder()
                .setObligationId("obligation:1")
                .setContractId(JOB.contract())
                .setCustomerId(JOB.customer())
                .setLegalEntityId(JOB.entity())
                .setLineNo(1)
                .setModificationId("amendment-1")
                .setMethod("PERCENT_COMPLETE")
                .setBasis(RevenueBasis.newBuilder().setUntil(day).build())
                .setToDate(Story.money(toDate))
                .setBookedBefore(Story.money(before))
                .setDelta(Story.money(delta))
                .setCurrency("EUR")
                .setServiceDate(day)
                .setAccountingDate(day)
                .setRuleVersion(1)
                .build();
    }
}
