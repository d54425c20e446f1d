package io.fairlead.view;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.TaxRow;
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

/** Makes the events of a firm's daily life for tests: one seller per currency, contracts with two lines, time, invoices. */
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

    public static BillingItemReady itemReady(Job job, String item, String amount) {
        return new BillingItemReady(
                item,
                "MILESTONE",
                job.contract(),
                job.project(),
                job.customer(),
                job.entity(),
                2,
                "Design accepted",
                money(amount),
                job.currency(),
                DAY,
                DAY,
                1);
    }

    public static BillingItemPutOnDraft itemDrafted(Job job, String item, String invoice, String amount) {
        return new BillingItemPutOnDraft(item, invoice, 1, money(amount), job.currency(), job.contract(), DAY);
    }

    public static BillingItemTakenOffDraft itemUndrafted(Job job, String item, String invoice, String amount) {
        return new BillingItemTakenOffDraft(
                item, invoice, 1, money(amount), job.currency(), job.contract(), DAY, "deferred");
    }

    public static BillingItemBilled itemBilled(Job job, String item, String invoice, int line, String amount) {
        return new BillingItemBilled(
                item, invoice, "N-1", line, 1, money(amount), job.currency(), job.contract(), DAY, DAY.plusDays(29));
    }

    public static InvoiceLine invoiceLine(Job job, int no, String source, int contractLine, String net) {
        return InvoiceLine.newBuilder()
                .setLineNo(no)
                .setSourceId(source)
                .setPortionNo(1)
                .setContractLineNo(contractLine)
                .setProjectId(job.project())
                .setDescription("Work")
                .setServiceDate(DAY)
                .setNet(money(net))
                .setTaxCategory("S")
                .build();
    }

    public static InvoiceLinesAdded linesAdded(String invoice, InvoiceLine... lines) {
        return new InvoiceLinesAdded(invoice, List.of(lines));
    }

    public static InvoiceDrafted invoiceDrafted(Job job, String invoice, int lines, String net) {
        return InvoiceDrafted.newBuilder()
                .setInvoiceId(invoice)
                .setBillingRunId("billing-run:march")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setCurrency(job.currency())
                .setCutOff(DAY.plusDays(29))
                .setIssueDate(DAY.plusDays(29))
                .setPreparer("local|bob")
                .setLineCount(lines)
                .setNet(money(net))
                .build();
    }

    public static InvoiceApproved invoiceApproved(Job job, String invoice, String net, String tax, String gross) {
        return InvoiceApproved.newBuilder()
                .setInvoiceId(invoice)
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setApprovedBy("local|cfo")
                .setApprovedAt(NOON)
                .setTaxPoint(DAY)
                .setIssueDate(DAY.plusDays(29))
                .setTaxRows(taxRows(net, tax))
                .setNet(money(net))
                .setTax(money(tax))
                .setGross(money(gross))
                .setCurrency(job.currency())
                .build();
    }

    public static InvoiceIssued invoiceIssued(
            Job job, String invoice, int lines, String net, String tax, String gross) {
        return InvoiceIssued.newBuilder()
                .setInvoiceId(invoice)
                .setNumber("N-" + invoice)
                .setSeries("INV")
                .setYear(2026)
                .setDocumentType("380")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setIssueDate(DAY.plusDays(29))
                .setTaxPoint(DAY)
                .setDueDate(DAY.plusDays(59))
                .setSeller("Firm")
                .setBuyer("Customer")
                .setTaxRows(taxRows(net, tax))
                .setNet(money(net))
                .setTax(money(tax))
                .setGross(money(gross))
                .setCurrency(job.currency())
                .setLineCount(lines)
                .setLineHash("00")
                .build();
    }

    public static PaymentApplied paid(Job job, String invoice, String amount, String open) {
        return new PaymentApplied(
                invoice,
                "receipt:1",
                money(amount),
                money(open),
                job.currency(),
                DAY.plusDays(40),
                job.contract(),
                job.customer(),
                job.entity());
    }

    private static List<TaxRow> taxRows(String net, String tax) {
        return List.of(new TaxRow("S", new BigDecimal("0.190000"), money(net), money(tax), null));
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
