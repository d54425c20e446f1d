package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.NOON;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.billing.view.BillingRunQuery;
import io.fairlead.billing.view.CustomerCreditQuery;
import io.fairlead.billing.view.ReceivableRecordQuery;
import io.fairlead.billing.view.TaxRateQuery;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.contract.view.RateCardQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.resource.event.AbsenceRecorded;
import io.fairlead.resource.event.CapacitySet;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.HolidayCalendarSet;
import io.fairlead.resource.event.TransferRateSet;
import io.fairlead.resource.view.LabourRateQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.resource.view.WorkingTimeQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What was written is read back: rates, calendars, working time, what is owed to customers, policies, disputes. */
class RecordsToReadTest {

    private static final String ENTITY = "legal-entity:de";
    private static final String CREDIT = "customer-credit:1";

    private final DSLContext db = TestDatabase.freshTables();
    private final MemoryLog log = new MemoryLog();

    @Test
    void tax_rates_come_page_by_page() {
        log.append(taxRate("S", DAY, "0.19"));
        log.append(taxRate("S", DAY.plusYears(1), "0.20"));
        log.append(taxRate("Z", DAY, "0"));
        fold();

        var query = new TaxRateQuery(db);
        var first = query.list(ENTITY, null, 2);
        assertThat(first.items()).extracting(TaxRateQuery.TaxRate::fromDate).containsExactly(DAY, DAY.plusYears(1));
        assertThat(first.items().getFirst().rate()).isEqualByComparingTo("0.19");
        var second = query.list(ENTITY, first.next(), 2);
        assertThat(second.items()).extracting(TaxRateQuery.TaxRate::code).containsExactly("Z");
        assertThat(second.next()).isNull();
        assertThat(query.list("legal-entity:other", null, 2).items()).isEmpty();
    }

    @Test
    void prices_of_a_card_show_their_end() {
        log.append(RateSet.newBuilder()
                .setRateCardId("rate-card:standard")
                .setRateId("r1")
                .setOwner(ENTITY)
                .setRole("CONSULTANT")
                .setRate(money("133.33"))
                .setCurrency("EUR")
                .setUnit("HOUR")
                .setFrom(DAY)
                .setReason("list")
                .build());
        log.append(RateEnded.newBuilder()
                .setRateCardId("rate-card:standard")
                .setRateId("r1")
                .setTo(DAY.plusDays(9))
                .setReason("new list")
                .build());
        fold();

        assertThat(new RateCardQuery(db)
                        .rates("rate-card:standard", null, null, 5)
                        .items())
                .singleElement()
                .satisfies(rate -> {
                    assertThat(rate.ownerId()).isEqualTo(ENTITY);
                    assertThat(rate.role()).isEqualTo("CONSULTANT");
                    assertThat(rate.toDate()).isEqualTo(DAY.plusDays(9));
                });
    }

    @Test
    void a_person_has_names_pay_working_time_and_absences() {
        log.append(Story.person("amy", "Amy", "jira-amy", "bot-amy"));
        log.append(CostRateSet.newBuilder()
                .setPersonId("person:amy")
                .setCostRateId("c1")
                .setFrom(DAY)
                .setRate(money("50"))
                .setCurrency("EUR")
                .setReason("hired")
                .build());
        log.append(CapacitySet.newBuilder()
                .setPersonId("person:amy")
                .setFrom(DAY)
                .setWeekdaySeconds(List.of(28_800, 28_800, 28_800, 28_800, 14_400, 0, 0))
                .build());
        log.append(AbsenceRecorded.newBuilder()
                .setPersonId("person:amy")
                .setAbsenceId("a1")
                .setFrom(DAY)
                .setTo(DAY.plusDays(4))
                .setKind("LEAVE")
                .build());
        fold();

        assertThat(new PersonQuery(db).detail("person:amy").orElseThrow().aliases())
                .containsExactly("bot-amy", "jira-amy");
        var times = new WorkingTimeQuery(db);
        assertThat(times.capacities("person:amy"))
                .containsExactly(
                        new WorkingTimeQuery.Capacity(DAY, List.of(28_800, 28_800, 28_800, 28_800, 14_400, 0, 0)));
        assertThat(times.absences("person:amy", null, 5).items())
                .containsExactly(new WorkingTimeQuery.Absence("a1", DAY, DAY.plusDays(4), null, "LEAVE"));
        assertThat(new LabourRateQuery(db).costRates("person:amy", null, 5).items())
                .singleElement()
                .satisfies(rate -> assertThat(rate.rate()).isEqualByComparingTo("50"));
    }

    @Test
    void calendars_and_rates_between_companies_are_listed() {
        log.append(HolidayCalendarSet.newBuilder()
                .setHolidayCalendarId("holiday-calendar:de")
                .setName("Germany")
                .setWeekend(List.of(6, 7))
                .setHolidays(List.of(DAY, DAY.plusDays(60)))
                .build());
        log.append(TransferRateSet.newBuilder()
                .setTransferRatesId("transfer-rates:de")
                .setTransferRateId("t1")
                .setEmployerId(ENTITY)
                .setSellerId("legal-entity:uk")
                .setFrom(DAY)
                .setRate(money("80"))
                .setCurrency("EUR")
                .setReason("master agreement")
                .build());
        fold();

        assertThat(new WorkingTimeQuery(db).calendars(null, 5).items())
                .containsExactly(new WorkingTimeQuery.HolidayCalendar(
                        "holiday-calendar:de", "Germany", List.of(6, 7), List.of(DAY, DAY.plusDays(60))));
        assertThat(new LabourRateQuery(db).transferRates(ENTITY, null, 5).items())
                .singleElement()
                .satisfies(rate -> assertThat(rate.sellerId()).isEqualTo("legal-entity:uk"));
    }

    @Test
    void what_is_owed_to_a_customer_shows_where_it_went_also_when_it_is_folded_twice() {
        log.append(CustomerCreditOpened.newBuilder()
                .setCustomerCreditId(CREDIT)
                .setDocumentId("credit-note:1")
                .setNumber("C1")
                .setInvoiceId("invoice:1")
                .setAmount(money("119"))
                .setCurrency("EUR")
                .setIssueDate(DAY)
                .setContractId("contract:c")
                .setCustomerId("customer:acme")
                .setLegalEntityId(ENTITY)
                .build());
        log.append(CustomerCreditAssigned.newBuilder()
                .setCustomerCreditId(CREDIT)
                .setInvoiceId("invoice:1")
                .setDocumentId("credit-note:1")
                .setAssignmentId("a1")
                .setToInvoiceId("invoice:2")
                .setAmount(money("50"))
                .setLeft(money("69"))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .setAssignedBy("local|clerk")
                .setContractId("contract:c")
                .setCustomerId("customer:acme")
                .setLegalEntityId(ENTITY)
                .build());
        log.append(CustomerCreditReturned.newBuilder()
                .setCustomerCreditId(CREDIT)
                .setInvoiceId("invoice:1")
                .setDocumentId("credit-note:1")
                .setAssignmentId("a1")
                .setToInvoiceId("invoice:2")
                .setAmount(money("50"))
                .setLeft(money("119"))
                .setCurrency("EUR")
                .setReason("paid meanwhile")
                .setContractId("contract:c")
                .setCustomerId("customer:acme")
                .setLegalEntityId(ENTITY)
                .build());
        log.append(CustomerCreditPaidOut.newBuilder()
                .setCustomerCreditId(CREDIT)
                .setInvoiceId("invoice:1")
                .setDocumentId("credit-note:1")
                .setRefundId("r1")
                .setAmount(money("100"))
                .setLeft(money("19"))
                .setCurrency("EUR")
                .setValueDate(DAY)
                .setReason("asked for")
                .setPaidOutBy("local|cfo")
                .setContractId("contract:c")
                .setCustomerId("customer:acme")
                .setLegalEntityId(ENTITY)
                .build());
        fold();
        fold();

        var owed = new CustomerCreditQuery(db).byId(CREDIT).orElseThrow();
        assertThat(owed.customerCredit().leftAmount()).isEqualByComparingTo("19");
        assertThat(owed.parts())
                .extracting(part -> part.partId() + " " + part.status() + " " + part.reason())
                .containsExactlyInAnyOrder("a1 returned paid meanwhile", "refund/r1 live asked for");
        assertThat(new CustomerCreditQuery(db)
                        .list(ENTITY, "customer:acme", null, 5)
                        .items())
                .containsExactly(owed.customerCredit());
    }

    @Test
    void policies_disputes_and_billing_runs_are_listed() {
        log.append(ReceivablePolicySet.newBuilder()
                .setReceivablePolicyId("receivable-policy:de")
                .setLegalEntityId(ENTITY)
                .setFrom(DAY)
                .setApplication("OLDEST_FIRST")
                .setSetBy("local|cfo")
                .build());
        log.append(InvoiceDisputed.newBuilder()
                .setInvoiceId("invoice:1")
                .setReason("hours")
                .setDisputedOn(DAY)
                .setDisputedBy("local|clerk")
                .build());
        log.append(DisputeSettled.newBuilder()
                .setInvoiceId("invoice:1")
                .setReason("explained")
                .setSettledOn(DAY.plusDays(3))
                .setSettledBy("local|cfo")
                .build());
        log.append(BillingRunStarted.newBuilder()
                .setBillingRunId("billing-run:1")
                .setLegalEntityId(ENTITY)
                .setCutOff(DAY)
                .setIssueDate(DAY)
                .setPreparer("local|clerk")
                .setStartedAt(NOON)
                .build());
        fold();

        var records = new ReceivableRecordQuery(db);
        assertThat(records.policies(ENTITY)).singleElement().satisfies(policy -> assertThat(policy.badDebtTax())
                .isEqualTo("LOWERED"));
        assertThat(records.disputes(null, true, null, 5).items())
                .singleElement()
                .satisfies(dispute -> {
                    assertThat(dispute.disputeReason()).isEqualTo("hours");
                    assertThat(dispute.settlementReason()).isEqualTo("explained");
                });
        assertThat(records.disputes(null, false, null, 5).items()).isEmpty();
        assertThat(new BillingRunQuery(db).list(ENTITY, null, 5).items())
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo("started"));
    }

    private static TaxRateSet taxRate(String category, LocalDate from, String rate) {
        return TaxRateSet.newBuilder()
                .setTaxRatesId("tax-rates:de")
                .setLegalEntityId(ENTITY)
                .setCategory(category)
                .setFrom(from)
                .setRate(new BigDecimal(rate).setScale(6))
                .setSource("law")
                .build();
    }

    private void fold() {
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
    }
}
