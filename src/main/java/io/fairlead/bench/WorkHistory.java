package io.fairlead.bench;

import io.fairlead.contract.ContractId;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.RateSet;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.project.ProjectId;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.event.PersonalText;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeSubmitted;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The events of a firm's recorded, approved, priced, costed and billed time, as the main job stores them. */
final class WorkHistory {

    /** Events of one entry, from its recording to its invoice. */
    static final int EVENTS_AN_ENTRY = 7;

    static final int CONTRACTS = 50;
    private static final int PEOPLE = 40;
    private static final int SECONDS = 27_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final BigDecimal RATE = new BigDecimal("150.0000");
    private static final BigDecimal AMOUNT = new BigDecimal("1125.0000");
    private static final BigDecimal COST = new BigDecimal("450.0000");
    private static final String ENTITY = "legal-entity:us";
    private static final String AUTHOR = "local|ann.bench";

    private WorkHistory() {}

    /** The seller, its customers, contracts and projects, each the first event of its stream. */
    static List<SpecificRecord> directories() {
        var events = new ArrayList<SpecificRecord>();
        events.add(LegalEntityRegistered.newBuilder()
                .setLegalEntityId(ENTITY)
                .setName("Firm")
                .setCountry("US")
                .setCurrency("USD")
                .setSellerTaxId("US1")
                .setZone("America/New_York")
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries("US")
                .setStandardRateCardId("rate-card:us")
                .build());
        for (var number = 0; number < CONTRACTS; number++) {
            events.add(CustomerRegistered.newBuilder()
                    .setCustomerId("customer:" + number)
                    .setName("Customer " + number)
                    .setCountry("US")
                    .setCurrency("USD")
                    .setTaxCategory("S")
                    .setStreet("1 Street")
                    .setCity("Town")
                    .setPostalCode("12345")
                    .setPaymentTermsDays(30)
                    .setAliases(List.of())
                    .build());
            events.add(contract(number));
            events.add(ProjectOpened.newBuilder()
                    .setProjectId("project:" + number)
                    .setContractId("contract:" + number)
                    .setCustomerId("customer:" + number)
                    .setLegalEntityId(ENTITY)
                    .setName("Project " + number)
                    .setCurrency("USD")
                    .setZone("America/New_York")
                    .setLineNo(1)
                    .setOpenedOn(FIRST_DAY)
                    .build());
        }
        events.addAll(peopleAndRates());
        return events;
    }

    private static List<SpecificRecord> peopleAndRates() {
        var events = new ArrayList<SpecificRecord>();
        for (var number = 0; number < PEOPLE; number++) {
            var id = "person:" + number;
            events.add(ResourceOnboarded.newBuilder()
                    .setPersonId(id)
                    .setLegalEntityId(ENTITY)
                    .setName(new PersonalText(id, 0, ByteBuffer.wrap("Ann".getBytes(StandardCharsets.UTF_8))))
                    .setRole("CONSULTANT")
                    .setEmployment("EMPLOYEE")
                    .setStartDate(FIRST_DAY)
                    .setAliases(List.of())
                    .build());
        }
        events.add(RateSet.newBuilder()
                .setRateCardId("rate-card:us")
                .setRateId("r1")
                .setOwner(ENTITY)
                .setRate(RATE)
                .setCurrency("USD")
                .setUnit("HOUR")
                .setFrom(FIRST_DAY)
                .setReason("standard")
                .build());
        return events;
    }

    /** A command for one entry of the firm's time. */
    static RecordTime record(TimeEntryId id, int place) {
        return new RecordTime(
                id,
                "psa",
                id.value().substring(11),
                PersonId.of(Integer.toString(place % PEOPLE)),
                new TimeTarget(
                        ProjectId.of(Integer.toString(place)),
                        null,
                        ContractId.of(Integer.toString(place)),
                        1,
                        CustomerId.of(Integer.toString(place)),
                        new LegalEntityId(ENTITY),
                        "USD",
                        "America/New_York"),
                "consulting",
                null,
                FIRST_DAY,
                SECONDS,
                "BILLABLE",
                null,
                AUTHOR);
    }

    private static ContractSigned contract(int number) {
        return ContractSigned.newBuilder()
                .setContractId("contract:" + number)
                .setLegalEntityId(ENTITY)
                .setCustomerId("customer:" + number)
                .setName("Contract " + number)
                .setCurrency("USD")
                .setSignedOn(FIRST_DAY)
                .setTermFrom(FIRST_DAY)
                .setZone("America/New_York")
                .setPaymentTermsDays(30)
                .setPoRequired(false)
                .setRounding("PER_ENTRY")
                .setLines(List.of(ContractLine.newBuilder()
                        .setLineNo(1)
                        .setDescription("Consulting")
                        .setMethod("TIME_AND_MATERIALS")
                        .setTaxCategory("S")
                        .build()))
                .build();
    }

    /** The stream of an entry, the same for the same number. */
    static String stream(int entry) {
        return "time-entry:" + new UUID(0x8a11L, entry);
    }

    /** An entry's event of a step, 0 to {@link #EVENTS_AN_ENTRY} - 1. */
    static SpecificRecord event(int entry, int step) {
        var id = stream(entry);
        var place = entry % CONTRACTS;
        var day = FIRST_DAY.plusDays(entry / 400 % 180);
        return switch (step) {
            case 0 -> recorded(id, entry, place, day);
            case 1 -> new TimeSubmitted(id, 1, AUTHOR, NOON);
            case 2 -> approved(id, entry, place, day);
            case 3 -> priced(id, entry, place, day);
            case 4 -> costed(id, entry, place, day);
            case 5 -> new TimePutOnDraft(id, "invoice:" + place, 1, SECONDS, AMOUNT, "USD", "contract:" + place, day);
            case 6 ->
                new TimeBilled(
                        id,
                        "invoice:" + place,
                        "N-1",
                        1,
                        1,
                        SECONDS,
                        AMOUNT,
                        "USD",
                        "contract:" + place,
                        day,
                        day.plusDays(29));
            default -> throw new IllegalArgumentException("step " + step);
        };
    }

    private static TimeRecorded recorded(String id, int entry, int place, LocalDate day) {
        return TimeRecorded.newBuilder()
                .setTimeEntryId(id)
                .setSource("psa")
                .setSourceId(Integer.toString(entry))
                .setPersonId(person(entry))
                .setProjectId("project:" + place)
                .setContractId("contract:" + place)
                .setCustomerId("customer:" + place)
                .setLegalEntityId(ENTITY)
                .setLineNo(1)
                .setWorkType("consulting")
                .setZone("America/New_York")
                .setWorkDate(day)
                .setSeconds(SECONDS)
                .setTimeClass("BILLABLE")
                .setAuthor(AUTHOR)
                .build();
    }

    private static TimeApproved approved(String id, int entry, int place, LocalDate day) {
        return TimeApproved.newBuilder()
                .setTimeEntryId(id)
                .setVersion(1)
                .setPersonId(person(entry))
                .setProjectId("project:" + place)
                .setContractId("contract:" + place)
                .setCustomerId("customer:" + place)
                .setLegalEntityId(ENTITY)
                .setLineNo(1)
                .setWorkDate(day)
                .setSeconds(SECONDS)
                .setTimeClass("BILLABLE")
                .setApprovedBy("local|lead")
                .setSubmittedAt(NOON)
                .setApprovedAt(NOON)
                .build();
    }

    private static TimePriced priced(String id, int entry, int place, LocalDate day) {
        return TimePriced.newBuilder()
                .setTimeEntryId(id)
                .setVersion(1)
                .setPersonId(person(entry))
                .setProjectId("project:" + place)
                .setContractId("contract:" + place)
                .setCustomerId("customer:" + place)
                .setLegalEntityId(ENTITY)
                .setLineNo(1)
                .setRateCardId("rate-card:us")
                .setRateId("r1")
                .setLevel("STANDARD")
                .setRate(RATE)
                .setUnit("HOUR")
                .setSecondsPerUnit(3600)
                .setBilledSeconds(SECONDS)
                .setRounding("PER_ENTRY")
                .setAmount(AMOUNT)
                .setCurrency("USD")
                .setServiceDate(day)
                .setAccountingDate(day)
                .setRuleVersion(1)
                .build();
    }

    private static TimeCosted costed(String id, int entry, int place, LocalDate day) {
        return TimeCosted.newBuilder()
                .setLabourCostId("labour-cost:" + id.substring(id.indexOf(':') + 1))
                .setTimeEntryId(id)
                .setVersion(1)
                .setPersonId(person(entry))
                .setProjectId("project:" + place)
                .setContractId("contract:" + place)
                .setCustomerId("customer:" + place)
                .setLegalEntityId(ENTITY)
                .setResourceEntityId(ENTITY)
                .setCostRateId("c1")
                .setRate(new BigDecimal("60.0000"))
                .setSeconds(SECONDS)
                .setAmount(COST)
                .setCurrency("USD")
                .setServiceDate(day)
                .setAccountingDate(day)
                .setRuleVersion(1)
                .build();
    }

    private static String person(int entry) {
        return "person:" + entry % PEOPLE;
    }
}
