package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.resource.event.AbsenceRecorded;
import io.fairlead.resource.event.CapacitySet;
import io.fairlead.resource.event.HolidayCalendarSet;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.revenue.view.KpiQuery;
import io.fairlead.revenue.view.KpiQuery.Kpi;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Case 20, figure by figure, read through the functions of schema bi. */
class KpiTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final MemoryLog log = new MemoryLog();

    private List<Kpi> kpis(LocalDate from, LocalDate to, LocalDate asOf, @Nullable Long position) {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return new KpiQuery(db).list(from, to, asOf, position, null);
    }

    private static Kpi only(List<Kpi> all, String kpi, String variant) {
        return all.stream()
                .filter(row -> row.kpi().equals(kpi) && row.variant().startsWith(variant))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError(kpi + " " + variant + " is not in " + all));
    }

    private void invoice(String id, LocalDate periodEnd, LocalDate issued, String net, String gross) {
        log.append(InvoiceDrafted.newBuilder(BillingStory.invoiceDrafted(JOB, id, 1, net))
                .setCutOff(periodEnd)
                .build());
        log.append(InvoiceIssued.newBuilder(BillingStory.invoiceIssued(JOB, id, 1, net, "0", gross))
                .setIssueDate(issued)
                .build());
    }

    private void paid(String invoice, String amount, LocalDate day) {
        log.append(PaymentApplied.newBuilder(BillingStory.paid(JOB, invoice, amount, "0"))
                .setValueDate(day)
                .build());
    }

    @Test
    void days_sales_outstanding_by_quotient_and_counted_back() {
        invoice("invoice:1", JANUARY, LocalDate.of(2026, 1, 15), "320000", "320000");
        invoice("invoice:2", JANUARY, LocalDate.of(2026, 2, 15), "280000", "280000");
        invoice("invoice:3", JANUARY, LocalDate.of(2026, 3, 15), "300000", "300000");
        paid("invoice:1", "450000", LocalDate.of(2026, 3, 20));
        paid("invoice:2", "100000", LocalDate.of(2026, 4, 2)); // After the period.

        var all = kpis(JANUARY, APRIL, APRIL, null);

        assertThat(only(all, "days_sales_outstanding", "receivables")).satisfies(dso -> {
            assertThat(dso.numerator()).isEqualByComparingTo("450000");
            assertThat(dso.denominator()).isEqualByComparingTo("900000");
            assertThat(dso.value()).isEqualTo("45.0");
            assertThat(dso.unit()).isEqualTo("days");
        });
        // 31 days for March's 300,000; 150,000 of February's 280,000 are 15 of its 28 days.
        assertThat(only(all, "days_sales_outstanding", "count back").value()).isEqualTo("46.0");
    }

    @Test
    void what_came_later_does_not_change_what_was_known() {
        invoice("invoice:1", JANUARY, LocalDate.of(2026, 3, 15), "900", "900");
        var known = log.head();
        paid("invoice:1", "450", LocalDate.of(2026, 3, 20));

        assertThat(only(kpis(JANUARY, APRIL, APRIL, known), "days_sales_outstanding", "receivables")
                        .numerator())
                .isEqualByComparingTo("900");
        assertThat(only(kpis(JANUARY, APRIL, APRIL, null), "days_sales_outstanding", "receivables")
                        .numerator())
                .isEqualByComparingTo("450");
    }

    @Test
    void invoice_cycle_time_simple_and_weighted() {
        invoice("invoice:1", LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 2), "10000", "12000");
        invoice("invoice:2", LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 7), "30000", "36000");

        var all = kpis(MARCH, APRIL, APRIL, null);

        assertThat(only(all, "invoice_cycle_time", "simple").value()).isEqualTo("4.50");
        assertThat(only(all, "invoice_cycle_time", "weighted").value()).isEqualTo("5.75");
    }

    @Test
    void billed_in_sla_leaves_out_what_is_still_in_its_window_and_keeps_what_is_overdue() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)));
        log.append(Story.project(JOB));
        work("time-entry:1", MARCH, "82000", LocalDate.of(2026, 3, 31)); // on the last day of 30
        work("time-entry:2", MARCH, "10000", LocalDate.of(2026, 4, 1)); // a day late
        work("time-entry:3", MARCH, "5000", null); // overdue
        work("time-entry:4", LocalDate.of(2026, 3, 20), "3000", null); // in its window until 04-19
        work("time-entry:5", LocalDate.of(2026, 2, 20), "7000", null); // of another cohort

        var sla = only(kpis(MARCH, APRIL, LocalDate.of(2026, 4, 19), null), "billed_in_sla", "");

        assertThat(sla.numerator()).isEqualByComparingTo("82000");
        assertThat(sla.denominator()).isEqualByComparingTo("97000");
        assertThat(sla.value()).isEqualTo("0.8454");
        assertThat(only(kpis(MARCH, APRIL, LocalDate.of(2026, 4, 20), null), "billed_in_sla", "")
                        .denominator())
                .isEqualByComparingTo("100000");
    }

    private void work(String entry, LocalDate approved, String amount, @Nullable LocalDate billed) {
        log.append(Story.recorded(JOB, entry, 3600));
        log.append(Story.submitted(entry));
        log.append(TimeApproved.newBuilder(Story.approved(JOB, entry, 3600))
                .setApprovedAt(Instant.from(approved.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC)))
                .build());
        log.append(Story.priced(JOB, entry, 3600, amount));
        if (billed != null) {
            log.append(Story.drafted(JOB, entry, "invoice:x", 3600, amount));
            log.append(TimeBilled.newBuilder(Story.billed(JOB, entry, "invoice:x", 1, 3600, amount))
                    .setAccountingDate(billed)
                    .build());
        }
    }

    @Test
    void utilization_tells_its_variant() {
        // May 2026 has 21 working days of eight hours: 168 hours; the first is a holiday.
        log.append(LegalEntityRegistered.newBuilder(Story.entity("DE01", "EUR"))
                .setHolidayCalendarId("holiday-calendar:de")
                .build());
        log.append(new HolidayCalendarSet(
                "holiday-calendar:de", "Germany", List.of(6, 7), List.of(LocalDate.of(2026, 5, 1))));
        log.append(ResourceOnboarded.newBuilder(Story.person("ada", "Ada"))
                .setStartDate(JANUARY)
                .build());
        day("time-entry:1", "BILLABLE", 116 * 3600);
        day("time-entry:2", "CREDITED", 4 * 3600);
        day("time-entry:3", "NON_BILLABLE", 10 * 3600);

        var all = kpis(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), APRIL, null);

        assertThat(only(all, "utilization", "(billable + credited) / (calendar - excluded)"))
                .satisfies(row -> {
                    assertThat(row.numerator()).isEqualByComparingTo(new BigDecimal(120 * 3600));
                    assertThat(row.denominator()).isEqualByComparingTo(new BigDecimal(160 * 3600));
                    assertThat(row.value()).isEqualTo("0.7500");
                });
        assertThat(only(all, "utilization", "billable / calendar").value()).isEqualTo("0.6905");
    }

    private void day(String entry, String timeClass, int seconds) {
        log.append(TimeApproved.newBuilder(Story.approved(JOB, entry, seconds))
                .setTimeClass(timeClass)
                .setWorkDate(LocalDate.of(2026, 5, 4))
                .build());
    }

    @Test
    void absence_and_part_time_change_what_there_was_to_use() {
        log.append(Story.entity("DE01", "EUR"));
        log.append(ResourceOnboarded.newBuilder(Story.person("ada", "Ada"))
                .setStartDate(JANUARY)
                .build());
        log.append(new CapacitySet(
                "person:ada", LocalDate.of(2026, 5, 11), List.of(14_400, 14_400, 14_400, 14_400, 0, 0, 0)));
        log.append(new AbsenceRecorded(
                "person:ada", "a1", LocalDate.of(2026, 5, 7), LocalDate.of(2026, 5, 12), null, "VACATION"));
        log.append(new AbsenceRecorded(
                "person:ada", "a2", LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 5), 3_600, "TRAINING"));
        day("time-entry:1", "BILLABLE", 3600);

        var row = only(
                kpis(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 18), APRIL, null), "utilization", "(billable");

        // First week 40 h less 1 and 16; second week 16 h less 4.
        assertThat(row.denominator()).isEqualByComparingTo(new BigDecimal((40 - 17 + 16 - 4) * 3600));
    }

    @Test
    void set_up_latency_and_effort_are_told() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)));
        work("time-entry:1", MARCH, "100", null);

        var all = kpis(MARCH, APRIL, APRIL, null);

        assertThat(only(all, "approval_latency", "submitted").denominator()).isEqualByComparingTo("1");
        assertThat(all).extracting(Kpi::kpi).contains("billed_in_sla", "approval_latency");
        assertThat(only(all, "approval_latency", "submitted").unit()).isEqualTo("hours");
    }
}
