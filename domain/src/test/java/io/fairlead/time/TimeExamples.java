package io.fairlead.time;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.contract.RateLevel;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.Portion;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Ana's eight hours of 10 March at 150 an hour, in commands and in events. */
public final class TimeExamples {

    public static final int EIGHT_HOURS = 28_800;
    static final Rate RATE = Rate.hourly(wire("150"), "EUR");
    public static final TimeTarget TARGET =
            new TimeTarget(PROJECT, "T-1", CONTRACT, 1, ACME, GMBH, "EUR", "Europe/Berlin");

    static FixtureConfiguration<TimeEntry> entries() {
        return new AggregateTestFixture<>(TimeEntry.class);
    }

    static RecordTime record(int seconds) {
        return new RecordTime(
                ENTRY, "csv", "row-1", ANA, TARGET, null, null, WORK_DAY, seconds, "BILLABLE", null, CLERK);
    }

    static CorrectTime correct(int seconds, LocalDate workDate) {
        return new CorrectTime(ENTRY, workDate, seconds, "a break was forgotten", CLERK);
    }

    static SubmitTime submit() {
        return new SubmitTime(ENTRY, CLERK, NOON);
    }

    static ApproveTime approve(String by) {
        return new ApproveTime(ENTRY, by, EVENING);
    }

    static PriceTime price(int version) {
        return price(version, RATE);
    }

    static PriceTime price(int version, Rate rate) {
        return new PriceTime(
                ENTRY,
                version,
                "rate-card:standard",
                "r1",
                RateLevel.ENTITY_STANDARD,
                rate,
                "HOUR",
                BilledTime.AS_WORKED);
    }

    /** All of the eight hours. */
    static PutTimeOnDraft putOn(InvoiceId invoice) {
        return new PutTimeOnDraft(ENTRY, invoice, new Portion(1, EIGHT_HOURS, wire("1200")));
    }

    static TakeTimeOffDraft takeOff(InvoiceId invoice) {
        return new TakeTimeOffDraft(ENTRY, invoice, "discarded");
    }

    static BillTime bill(InvoiceId invoice) {
        return new BillTime(ENTRY, invoice, "GMBH-INV-2026-000001", 3, ISSUE_DAY);
    }

    static TimeRecorded recorded(int seconds) {
        return TimeRecorded.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setSource("csv")
                .setSourceId("row-1")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setTaskId("T-1")
                .setZone("Europe/Berlin")
                .setWorkDate(WORK_DAY)
                .setSeconds(seconds)
                .setTimeClass("BILLABLE")
                .setAuthor(CLERK)
                .build();
    }

    static TimeCorrected corrected(int version, int seconds, LocalDate workDate) {
        return TimeCorrected.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setWorkDate(workDate)
                .setSeconds(seconds)
                .setReason("a break was forgotten")
                .setAuthor(CLERK)
                .build();
    }

    static TimeSubmitted submitted(int version) {
        return TimeSubmitted.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setSubmittedBy(CLERK)
                .setSubmittedAt(NOON)
                .build();
    }

    public static TimeApproved approved(int version, int seconds, LocalDate workDate) {
        return TimeApproved.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setWorkDate(workDate)
                .setSeconds(seconds)
                .setTimeClass("BILLABLE")
                .setApprovedBy("idp|lead")
                .setSubmittedAt(NOON)
                .setApprovedAt(EVENING)
                .build();
    }

    static TimeRejected rejected(int version) {
        return TimeRejected.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setRejectedBy("idp|lead")
                .setReason("too long")
                .setRejectedAt(EVENING)
                .build();
    }

    static TimePriced priced(int seconds, String rate, String amount) {
        return TimePriced.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setRateCardId("rate-card:standard")
                .setRateId("r1")
                .setLevel("ENTITY_STANDARD")
                .setRate(wire(rate))
                .setUnit("HOUR")
                .setSecondsPerUnit(3600)
                .setBilledSeconds(seconds)
                .setRounding("PER_ENTRY")
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    /** Recorded, submitted, approved, priced at 1,200.00. */
    static Object[] unbilled() {
        return new Object[] {
            recorded(EIGHT_HOURS),
            submitted(1),
            approved(1, EIGHT_HOURS, WORK_DAY),
            priced(EIGHT_HOURS, "150", "1200.00")
        };
    }

    static TimePutOnDraft drafted() {
        return TimePutOnDraft.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setInvoiceId(INVOICE.value())
                .setPortionNo(1)
                .setSeconds(EIGHT_HOURS)
                .setAmount(new BigDecimal("1200.0000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .build();
    }

    static TimeTakenOffDraft takenOff() {
        return TimeTakenOffDraft.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setInvoiceId(INVOICE.value())
                .setPortionNo(1)
                .setSeconds(EIGHT_HOURS)
                .setAmount(new BigDecimal("1200.0000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setReason("discarded")
                .build();
    }

    static TimeBilled billed() {
        return TimeBilled.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setInvoiceId(INVOICE.value())
                .setInvoiceNumber("GMBH-INV-2026-000001")
                .setInvoiceLineNo(3)
                .setPortionNo(1)
                .setSeconds(EIGHT_HOURS)
                .setAmount(new BigDecimal("1200.0000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    private TimeExamples() {}
}
