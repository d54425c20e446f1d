package io.fairlead.billing.invoice;

import static io.fairlead.contract.LineDetail.EACH;
import static io.fairlead.party.DocumentLanguage.EN;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.RUN;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.billing.tax.TaxAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** Ana's time of March on its way to one invoice, in commands and in events. */
public final class BillingExamples {

    public static final String NUMBER = "GMBH-INV-2026-000001";
    static final TaxTreatment BY_TABLE = new TaxTreatment("DOCUMENT", null, "TABLE", 1);
    public static final TaxAnswer.Taxed TAX = taxed(taxRow("100", "19"));
    public static final Parties PARTIES =
            new Parties("Firm GmbH, Berlin", "Acme AG, Hamburg", "cost centre 7", 30, null, null, null, EN, EACH);

    /** Of a contract that asks nothing of its documents. */
    public static ApproveInvoice approving(String by, TaxAnswer.Taxed taxes) {
        return new ApproveInvoice(
                INVOICE,
                by,
                EVENING,
                taxes,
                null,
                EInvoiceReadiness.NOT_ASKED,
                ApproveInvoice.Issuing.NOTHING_NEW,
                false);
    }

    public static FixtureConfiguration<Invoice> invoices() {
        return new AggregateTestFixture<>(Invoice.class);
    }

    public static DraftLine draftLine(String sourceId, String net) {
        return new DraftLine(
                sourceId, 1, 1, "project:P-1", "Ana", WORK_DAY, 3_600, wire(net), 3_600, wire(net), "S", List.of());
    }

    /** An hour, or an item, of Ana's on the contract that wants PO-7. */
    public static BillableSource ready(String sourceId, String amount) {
        return ready(sourceId, "contract:K-1", "PO-7", amount);
    }

    public static BillableSource ready(String sourceId, String contractId, @Nullable String poNumber, String amount) {
        boolean byTime = sourceId.startsWith("time-entry:");
        return new BillableSource(
                sourceId,
                contractId,
                "customer:ACME",
                true,
                poNumber,
                "EUR",
                "project:P-1",
                1,
                null,
                CLERK,
                "Ana",
                WORK_DAY,
                byTime ? 3_600 : 0,
                byTime ? wire(amount) : null,
                byTime ? 3_600 : null,
                wire(amount),
                BigDecimal.ZERO,
                List.of(),
                1,
                false,
                false,
                List.of());
    }

    public static InvoiceLine line(int lineNo, String sourceId, String net) {
        return InvoiceLine.newBuilder()
                .setLineNo(lineNo)
                .setSourceId(sourceId)
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:P-1")
                .setDescription("Ana")
                .setServiceDate(WORK_DAY)
                .setSeconds(3_600)
                .setPrice(wire(net))
                .setSecondsPerUnit(3_600)
                .setNet(wire(net))
                .setTaxCategory("S")
                .build();
    }

    public static InvoiceLinesAdded linesAdded(InvoiceLine... lines) {
        return InvoiceLinesAdded.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setLines(List.of(lines))
                .setAuthors(List.of(CLERK))
                .build();
    }

    /** One line of 100.00, entered by the clerk. */
    public static InvoiceLinesAdded oneLine() {
        return linesAdded(line(1, "time-entry:e-1", "100"));
    }

    static DraftInvoice draft() {
        return new DraftInvoice(
                INVOICE, new InvoiceTerms(RUN, CONTRACT, ACME, GMBH, "PO-7", "EUR", MONTH_END, ISSUE_DAY, BILLER));
    }

    public static InvoiceDrafted drafted(int lineCount, String net) {
        return InvoiceDrafted.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setBillingRunId("billing-run:run-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setPoNumber("PO-7")
                .setCurrency("EUR")
                .setCutOff(MONTH_END)
                .setIssueDate(ISSUE_DAY)
                .setPreparer(BILLER)
                .setLineCount(lineCount)
                .setNet(wire(net))
                .build();
    }

    static TaxRow taxRow(String base, String tax) {
        return TaxRow.newBuilder()
                .setCategory("S")
                .setRate(new BigDecimal("0.190000"))
                .setBase(wire(base))
                .setTax(wire(tax))
                .setCode("S")
                .build();
    }

    public static TaxAnswer.Taxed taxed(TaxRow... rows) {
        return new TaxAnswer.Taxed(List.of(rows), BY_TABLE);
    }

    /** 100.00 + 19.00. */
    public static InvoiceApproved approved() {
        return InvoiceApproved.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setApprovedBy(LEAD)
                .setApprovedAt(EVENING)
                .setTaxPoint(WORK_DAY)
                .setIssueDate(ISSUE_DAY)
                .setTaxRows(List.of(taxRow("100", "19")))
                .setNet(wire("100"))
                .setTax(wire("19"))
                .setGross(wire("119"))
                .setCurrency("EUR")
                .setTaxTreatment(BY_TABLE)
                .build();
    }

    public static InvoiceStaged staged() {
        return InvoiceStaged.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setErpReference("ERP-1")
                .setGross(wire("119"))
                .build();
    }

    public static InvoiceIssued issued(String lineHash) {
        return InvoiceIssued.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setNumber(NUMBER)
                .setSeries("INV")
                .setYear(2026)
                .setDocumentType("380")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setIssueDate(ISSUE_DAY)
                .setTaxPoint(WORK_DAY)
                .setDueDate(LocalDate.of(2026, 5, 2))
                .setSeller("Firm GmbH, Berlin")
                .setBuyer("Acme AG, Hamburg")
                .setPoNumber("PO-7")
                .setBuyerReference("cost centre 7")
                .setTaxRows(List.of(taxRow("100", "19")))
                .setNet(wire("100"))
                .setTax(wire("19"))
                .setGross(wire("119"))
                .setCurrency("EUR")
                .setLineCount(1)
                .setLineHash(lineHash)
                .setLanguage("en")
                .setTaxTreatment(BY_TABLE)
                .build();
    }

    static InvoiceDiscarded discarded() {
        return InvoiceDiscarded.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setContractId("contract:K-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setSourceIds(List.of("time-entry:e-1"))
                .setReason("wrong month")
                .build();
    }

    /** An approved invoice of 119.00. */
    public static Object[] untilApproval() {
        return new Object[] {oneLine(), drafted(1, "100"), approved()};
    }

    /** An issued invoice of 119.00. */
    public static Object[] untilIssue() {
        return new Object[] {oneLine(), drafted(1, "100"), approved(), staged(), issued("0".repeat(64))};
    }

    public static BillingRunStarted runStarted(@Nullable String contractId) {
        return BillingRunStarted.newBuilder()
                .setBillingRunId("billing-run:run-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setCutOff(MONTH_END)
                .setIssueDate(ISSUE_DAY)
                .setContractId(contractId)
                .setPreparer(BILLER)
                .setStartedAt(NOON)
                .build();
    }

    public static InvoicePlanned planned(String invoiceId) {
        return InvoicePlanned.newBuilder()
                .setBillingRunId("billing-run:run-1")
                .setInvoiceId(invoiceId)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setPoNumber("PO-7")
                .setCurrency("EUR")
                .setCutOff(MONTH_END)
                .setIssueDate(ISSUE_DAY)
                .setPreparer(BILLER)
                .build();
    }

    public static BillingRunCompleted completed(int invoices) {
        return BillingRunCompleted.newBuilder()
                .setBillingRunId("billing-run:run-1")
                .setInvoicesPlanned(invoices)
                .setCompletedAt(EVENING)
                .build();
    }

    public static PaymentReceived received(String amount) {
        return PaymentReceived.newBuilder()
                .setReceiptId("receipt:pay-1")
                .setSource("erp")
                .setSourceId("77")
                .setInvoiceId("invoice:inv-1")
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .build();
    }

    private BillingExamples() {}
}
