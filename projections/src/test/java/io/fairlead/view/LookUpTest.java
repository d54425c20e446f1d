package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.billing.view.Billable;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.billing.view.TaxRateRows;
import io.fairlead.contract.view.ContractQuery;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.project.event.TaskAdded;
import io.fairlead.project.view.ProjectQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.resource.view.MappedIdentityQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookUpTest {

    private static final Job JOB = Book.JOBS.getFirst();

    private static DSLContext folded(MemoryLog log) {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    @Test
    void outside_names_lead_to_customers_people_and_the_place_of_work() {
        var log = Book.of(0);
        log.append(new TaskAdded("project:p1", "design", "Design", 3, "NON_BILLABLE"));
        var db = folded(log);
        var directory = new MasterDataIndex(db);
        assertThat(directory.customer("0015g-acme", LocalDate.EPOCH)).contains("customer:acme");
        assertThat(directory.customer("customer:bolt", LocalDate.EPOCH)).contains("customer:bolt");
        assertThat(directory.customer("nobody", LocalDate.EPOCH)).isEmpty();
        assertThat(directory.person("tracker-17").orElseThrow().role()).isEqualTo("CONSULTANT");
        assertThat(new PersonQuery(db).byId("person:ada").orElseThrow().name()).isEqualTo("Ada Lovelace");
        assertThat(directory.workPlace("project:p1", null).orElseThrow().lineNo())
                .isEqualTo(1);
        var task = directory.workPlace("project:p1", "design").orElseThrow();
        assertThat(task.lineNo()).isEqualTo(3);
        assertThat(task.timeClass()).isEqualTo("NON_BILLABLE");
        assertThat(task.contractId()).isEqualTo("contract:k1");
        assertThat(directory.workPlace("project:p1", "unknown")).isEmpty();
        assertThat(directory.workPlace("project:p0", null)).isEmpty();
    }

    @Test
    void contracts_projects_and_customers_are_listed_in_pages_and_shown_with_their_parts() {
        var db = folded(Book.of(0));
        var contracts = new ContractQuery(db);
        var first = contracts.list(null, null, 3);
        assertThat(first.items()).hasSize(3);
        assertThat(contracts.list(null, first.next(), 3).items()).hasSize(1);
        assertThat(contracts.byId("contract:k1").orElseThrow().lines()).hasSize(3);
        assertThat(new ProjectQuery(db).list("contract:k3", null, 10).items()).hasSize(2);
        assertThat(new ProjectQuery(db)
                        .byId("project:p1")
                        .orElseThrow()
                        .project()
                        .lineNo())
                .isEqualTo(1);
        assertThat(new CustomerQuery(db).list(null, 10, LocalDate.EPOCH).items())
                .hasSize(2);
        assertThat(new CustomerQuery(db).legalEntities()).hasSize(2);
    }

    @Test
    void tax_rates_hold_from_their_first_day() {
        var log = new MemoryLog();
        log.append(new TaxRateSet(
                "tax-rates:DE01", "legal-entity:DE01", "S", new BigDecimal("0.190000"), DAY, null, "law", null, null));
        var db = folded(log);
        var before = DAY.minusDays(1);
        var rates = new TaxRateRows(db);
        assertThat(rates.between("legal-entity:DE01", before, DAY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.rate()).isEqualByComparingTo("0.19");
                    assertThat(row.holdsOn(DAY)).isTrue();
                    assertThat(row.holdsOn(before)).isFalse();
                });
        assertThat(rates.between("legal-entity:DE01", before, before)).isEmpty();
    }

    @Test
    void a_billing_run_sees_what_is_ready_up_to_the_cut_off_and_an_invoice_what_it_claimed() {
        var log = Book.of(0);
        log.append(Story.recorded(JOB, "time-entry:1", 3600));
        log.append(Story.priced(JOB, "time-entry:1", 3600, "120"));
        log.append(Story.recorded(JOB, "time-entry:2", 3600));
        log.append(Story.priced(JOB, "time-entry:2", 3600, "120"));
        log.append(Story.drafted(JOB, "time-entry:2", "invoice:9", 3600, "120"));
        log.append(Story.recorded(JOB, "time-entry:3", 3600));
        log.append(Story.priced(JOB, "time-entry:3", 3600, "0"));
        log.append(BillingStory.itemReady(JOB, "billing-item:9", "900"));
        var work = new BillableWork(folded(log));
        var seen = new ArrayList<Billable>();
        work.ready(JOB.entity(), DAY, null, seen::add);
        assertThat(seen)
                .extracting(Billable::sourceId)
                .containsExactly("billing-item:9", "time-entry:1", "time-entry:3");
        assertThat(seen.get(1).description()).isEqualTo("Workshop");
        assertThat(seen.get(1).price()).isEqualByComparingTo("120");
        assertThat(seen.getFirst().description()).isEqualTo("Design accepted");
        seen.clear();
        work.ready(JOB.entity(), DAY.minusDays(1), JOB.contract(), seen::add);
        assertThat(seen).isEmpty();
        assertThat(work.claimedBy(List.of("invoice:9")))
                .containsExactly(new BillableWork.Claim("invoice:9", "time-entry:2", 1, 3_600, Story.money("120")));
    }

    @Test
    void an_invoice_is_shown_with_lines_taxes_and_what_is_still_open() {
        var db = folded(Book.of(0));
        var invoice = new InvoiceQuery(db).byId("invoice:1").orElseThrow();
        assertThat(invoice.invoice().status()).isEqualTo("issued");
        assertThat(invoice.invoice().open()).isEqualByComparingTo("545.60");
        assertThat(invoice.invoice().gross()).isEqualByComparingTo("6545.60");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.taxes()).hasSize(1);
        var filter = new InvoiceQuery.Filter(null, null, "customer:bolt", null, null, null);
        assertThat(new InvoiceQuery(db).list(filter, null, 10).items()).hasSize(2);
    }

    @Test
    void time_entries_are_found_by_status_and_cost_stands_apart() {
        var log = new MemoryLog();
        log.append(Story.recorded(JOB, "time-entry:1", 3600));
        log.append(Story.recorded(JOB, "time-entry:2", 3600));
        log.append(Story.submitted("time-entry:2"));
        log.append(Story.costed(JOB, "time-entry:2", 3600, "60"));
        var query = new TimeEntryQuery(folded(log));
        var submitted = new TimeEntryQuery.Filter(null, null, "submitted", null);
        assertThat(query.ids(submitted, null, 10)).containsExactly("time-entry:2");
        assertThat(query.ids(submitted, "time-entry:2", 10)).isEmpty();
        assertThat(query.list(TimeEntryQuery.Filter.ANY, null, 1).next()).isEqualTo("time-entry:1");
        assertThat(query.byId("time-entry:1").orElseThrow().note()).isEqualTo("Workshop");
        assertThat(query.cost("time-entry:2")).get().satisfies(cost -> assertThat(cost)
                .isEqualByComparingTo("60"));
        assertThat(query.cost("time-entry:1")).isEmpty();
    }

    @Test
    void an_exception_is_pending_until_it_is_resolved_and_minutes_add_up() {
        var log = new MemoryLog();
        var raised = ExceptionRaised.newBuilder()
                .setExceptionId("exception:1")
                .setOccurrence(1)
                .setCode("RATE_MISSING")
                .setSubjectId("time-entry:1")
                .setSentence("No rate.")
                .setOwnerRole("PMO")
                .setRaisedAt(Story.NOON)
                .setDueAt(Story.NOON)
                .build();
        log.append(raised);
        assertThat(new ExceptionQuery(folded(log)).pending(null, 10).items()).hasSize(1);
        log.append(new ExceptionResolved(
                "exception:1", 1, "RATE_MISSING", "time-entry:1", "Set", "local|pmo", 5, Story.NOON));
        log.append(raised);
        log.append(new ExceptionResolved(
                "exception:1", 2, "RATE_MISSING", "time-entry:1", "Set", "local|pmo", 7, Story.NOON));
        var query = new ExceptionQuery(folded(log));
        assertThat(query.pending(null, 10).items()).isEmpty();
        assertThat(query.byId("exception:1").orElseThrow().minutesSpent()).isEqualTo(12);
        assertThat(query.list(new ExceptionQuery.Filter("resolved", null, null, null), null, 5)
                        .items())
                .hasSize(1);
    }

    @Test
    void pending_exceptions_come_page_by_page_with_most_money_first() {
        var log = new MemoryLog();
        log.append(stopped("exception:1", null, 1));
        log.append(stopped("exception:2", "50.00", 2));
        log.append(stopped("exception:3", "70.00", 2));
        log.append(stopped("exception:4", "50.00", 1));
        log.append(stopped("exception:5", null, 0));
        log.append(stopped("exception:6", "50.00", 2));
        var query = new ExceptionQuery(folded(log));

        var ids = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var page = query.pending(cursor.orElse(null), 1);
            page.items().forEach(each -> ids.add(each.exceptionId()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());

        assertThat(ids)
                .containsExactly(
                        "exception:3", "exception:4", "exception:2", "exception:6", "exception:5", "exception:1");
        assertThatThrownBy(() -> query.pending("exception:7", 1)).isInstanceOf(CursorRefused.class);
    }

    private static ExceptionRaised stopped(String id, @Nullable String amount, int hours) {
        return ExceptionRaised.newBuilder()
                .setExceptionId(id)
                .setOccurrence(1)
                .setCode("RATE_MISSING")
                .setSubjectId("time-entry:" + id)
                .setSentence("No rate.")
                .setOwnerRole("PMO")
                .setAmount(amount == null ? null : new BigDecimal(amount).setScale(4))
                .setCurrency(amount == null ? null : "EUR")
                .setRaisedAt(Story.NOON)
                .setDueAt(Story.NOON.plus(Duration.ofHours(hours)))
                .build();
    }

    @Test
    void a_cursor_that_no_page_has_given_is_refused() {
        var db = folded(new MemoryLog());
        for (var cursor : List.of("", "x", "project:1", "customer:", "Customer:1")) {
            assertThatThrownBy(() -> new CustomerQuery(db).list(cursor, 5, LocalDate.EPOCH))
                    .as(cursor)
                    .isInstanceOf(CursorRefused.class);
        }
        assertThat(new CustomerQuery(db).list("customer:1", 5, LocalDate.EPOCH).items())
                .isEmpty();
        for (var cursor : List.of("EUR", "EUR-USD", "EUR-USD@soon")) {
            assertThatThrownBy(() -> new ExchangeRateQuery(db).list(null, null, cursor, 5))
                    .as(cursor)
                    .isInstanceOf(CursorRefused.class);
        }
        assertThatThrownBy(() -> new MappedIdentityQuery(db).list("identity:1", 5))
                .isInstanceOf(CursorRefused.class);
    }
}
