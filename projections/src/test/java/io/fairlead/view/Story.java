package io.fairlead.view;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.event.PersonalText;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of a firm's daily life for tests: one seller per currency, contracts with two lines, time,
 * invoices.
 */
public final class Story {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Story() {}

    public static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    public static PersonalText text(String person, String words) {
        return new PersonalText(person, 0, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
    }

    public static LegalEntityRegistered entity(String code, String currency) {
        return LegalEntityRegistered.newBuilder()
                .setLegalEntityId("legal-entity:" + code)
                .setName("Firm " + code)
                .setCountry(code.substring(0, 2))
                .setCurrency(currency)
                .setSellerTaxId(code + "1")
                .setZone("Europe/Berlin")
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries(code)
                .setStandardRateCardId("rate-card:" + code)
                .build();
    }

    public static CustomerRegistered customer(String code, String... aliases) {
        return CustomerRegistered.newBuilder()
                .setCustomerId("customer:" + code)
                .setName("Customer " + code)
                .setCountry("DE")
                .setCurrency("EUR")
                .setTaxCategory("S")
                .setStreet("1 Street")
                .setCity("Town")
                .setPostalCode("12345")
                .setPaymentTermsDays(30)
                .setAliases(List.of(aliases))
                .build();
    }

    public static ResourceOnboarded person(String code, String name, String... aliases) {
        var id = "person:" + code;
        var texts = new ArrayList<PersonalText>();
        for (var alias : aliases) {
            texts.add(text(id, alias));
        }
        return ResourceOnboarded.newBuilder()
                .setPersonId(id)
                .setLegalEntityId("legal-entity:DE01")
                .setName(text(id, name))
                .setRole("CONSULTANT")
                .setEmployment("EMPLOYEE")
                .setStartDate(DAY)
                .setAliases(texts)
                .build();
    }

    public static ContractLine line(int no, String method, @Nullable String amount, @Nullable String limit) {
        return ContractLine.newBuilder()
                .setLineNo(no)
                .setDescription("Line " + no)
                .setMethod(method)
                .setAmount(amount == null ? null : money(amount))
                .setLimit(limit == null ? null : money(limit))
                .setTaxCategory("S")
                .build();
    }

    public static ContractSigned contract(Job job, ContractLine... lines) {
        return ContractSigned.newBuilder()
                .setContractId(job.contract())
                .setLegalEntityId(job.entity())
                .setCustomerId(job.customer())
                .setName("Contract")
                .setCurrency(job.currency())
                .setSignedOn(DAY)
                .setTermFrom(DAY)
                .setZone("Europe/Berlin")
                .setPaymentTermsDays(30)
                .setPoRequired(false)
                .setRounding("PER_ENTRY")
                .setLines(List.of(lines))
                .build();
    }

    public static ProjectOpened project(Job job) {
        return ProjectOpened.newBuilder()
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setName("Project")
                .setCurrency(job.currency())
                .setZone("Europe/Berlin")
                .setLineNo(1)
                .setOpenedOn(DAY)
                .build();
    }

    public static TimeRecorded recorded(Job job, String entry, int seconds) {
        return TimeRecorded.newBuilder()
                .setTimeEntryId(entry)
                .setSource("http")
                .setSourceId(entry)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setZone("Europe/Berlin")
                .setWorkDate(DAY)
                .setSeconds(seconds)
                .setTimeClass("BILLABLE")
                .setNote(text("person:ada", "Workshop"))
                .setAuthor("local|ada")
                .build();
    }

    public static TimeSubmitted submitted(String entry) {
        return new TimeSubmitted(entry, 1, "local|ada", NOON);
    }

    public static TimeApproved approved(Job job, String entry, int seconds) {
        return TimeApproved.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setWorkDate(DAY)
                .setSeconds(seconds)
                .setTimeClass("BILLABLE")
                .setApprovedBy("local|lead")
                .setSubmittedAt(NOON)
                .setApprovedAt(NOON)
                .build();
    }

    public static TimePriced priced(Job job, String entry, int seconds, String amount) {
        return TimePriced.newBuilder()
                .setTimeEntryId(entry)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setRateCardId("rate-card:DE01")
                .setRateId("r1")
                .setLevel("STANDARD")
                .setRate(money("120"))
                .setUnit("HOUR")
                .setSecondsPerUnit(3600)
                .setBilledSeconds(seconds)
                .setRounding("PER_ENTRY")
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .build();
    }

    public static TimeCosted costed(Job job, String entry, int seconds, String amount) {
        return TimeCosted.newBuilder()
                .setLabourCostId("labour-cost:" + entry.substring(entry.indexOf(':') + 1))
                .setTimeEntryId(entry)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setResourceEntityId("legal-entity:DE01")
                .setCostRateId("c1")
                .setRate(money("60"))
                .setSeconds(seconds)
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .build();
    }

    public static TimePutOnDraft drafted(Job job, String entry, String invoice, int seconds, String amount) {
        return new TimePutOnDraft(entry, invoice, 1, seconds, money(amount), job.currency(), job.contract(), DAY);
    }

    public static TimeTakenOffDraft undrafted(Job job, String entry, String invoice, int seconds, String amount) {
        return new TimeTakenOffDraft(
                entry, invoice, 1, seconds, money(amount), job.currency(), job.contract(), DAY, "deferred");
    }

    public static TimeBilled billed(Job job, String entry, String invoice, int line, int seconds, String amount) {
        return new TimeBilled(
                entry,
                invoice,
                "N-1",
                line,
                1,
                seconds,
                money(amount),
                job.currency(),
                job.contract(),
                DAY,
                DAY.plusDays(29));
    }

    /** Where work is done: the ids that its events repeat. */
    public record Job(String entity, String customer, String contract, String project, String currency) {

        public static Job of(String entity, String customer, String contract, String project, String currency) {
            return new Job(
                    "legal-entity:" + entity,
                    "customer:" + customer,
                    "contract:" + contract,
                    "project:" + project,
                    currency);
        }
    }
}
