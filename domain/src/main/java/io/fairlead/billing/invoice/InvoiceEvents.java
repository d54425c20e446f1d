package io.fairlead.billing.invoice;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.schema.Sha256;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How the events of an invoice are filled from its commands, its lines and its earlier events. */
public final class InvoiceEvents {

    /** UNTDID 1001: commercial invoice. */
    private static final String COMMERCIAL_INVOICE = "380";

    /** UNTDID 1001: credit note. */
    public static final String CREDIT_NOTE = "381";

    /** @param before lines on the draft so far: the first of the fresh ones has the number after */
    static InvoiceLinesAdded linesAdded(AddInvoiceLines command, List<DraftLine> fresh, int before) {
        var names = command.names();
        var lines = new ArrayList<InvoiceLine>();
        fresh.forEach(line -> lines.add(asLine(line, names.get(line.sourceId()), before + lines.size() + 1)));
        return InvoiceLinesAdded.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setLines(lines)
                .setAuthors(command.authors())
                .setWorkers(command.workers())
                .setNames(WorkNames.each(fresh.stream()
                        .flatMap(line -> Stream.ofNullable(names.get(line.sourceId())))
                        .toList()))
                .build();
    }

    static InvoiceDrafted drafted(DraftInvoice command, List<InvoiceLine> lines) {
        var terms = command.terms();
        return InvoiceDrafted.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setBillingRunId(terms.billingRunId().value())
                .setContractId(terms.contractId().value())
                .setCustomerId(terms.customerId().value())
                .setLegalEntityId(terms.legalEntityId().value())
                .setPoNumber(terms.poNumber())
                .setCurrency(terms.currency())
                .setCutOff(terms.cutOff())
                .setIssueDate(terms.issueDate())
                .setPreparer(terms.preparer())
                .setLineCount(lines.size())
                .setNet(WireAmount.amount(net(lines, terms.currency())))
                .build();
    }

    public static InvoiceApproved approved(
            ApproveInvoice command, InvoiceDrafted draft, int approvalNo, List<InvoiceLine> lines) {
        var currency = draft.getCurrency();
        var net = net(lines, currency);
        var taxRows = command.taxes().rows();
        var tax = TaxComputation.total(taxRows, currency);
        return InvoiceApproved.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setContractId(draft.getContractId())
                .setCustomerId(draft.getCustomerId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setApprovedBy(command.approvedBy())
                .setApprovedAt(command.at())
                .setTaxPoint(taxPoint(lines))
                .setIssueDate(
                        command.issuing().date(draft.getIssueDate(), isOwedToBuyer(WireAmount.amount(net.plus(tax)))))
                .setTaxRows(taxRows)
                .setNet(WireAmount.amount(net))
                .setTax(WireAmount.amount(tax))
                .setGross(WireAmount.amount(net.plus(tax)))
                .setCurrency(currency)
                .setApprovalNo(approvalNo)
                .setTaxTreatment(command.taxes().treatment())
                .setPayableRounding(Payable.rounding(net.plus(tax), command.payableStep()))
                .setPoNumber(draft.getPoNumber() == null ? command.issuing().poNumber() : null)
                .build();
    }

    static InvoiceDiscarded discarded(String reason, InvoiceDrafted draft, List<InvoiceLine> lines) {
        return InvoiceDiscarded.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setContractId(draft.getContractId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setSourceIds(lines.stream().map(InvoiceLine::getSourceId).toList())
                .setReason(reason)
                .build();
    }

    static InvoiceStaged staged(RecordInvoiceStaged command, InvoiceApproved approval) {
        return InvoiceStaged.newBuilder()
                .setInvoiceId(approval.getInvoiceId())
                .setErpReference(command.erpReference())
                .setGross(command.gross())
                .build();
    }

    static InvoicePosted posted(RecordInvoicePosted command, InvoiceIssued invoice) {
        return InvoicePosted.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setErpDocument(command.erpDocument())
                .setPostedOn(command.postedOn())
                .build();
    }

    static InvoicePostingRefused refused(RecordPostingRefused command, InvoiceApproved approval) {
        return InvoicePostingRefused.newBuilder()
                .setInvoiceId(approval.getInvoiceId())
                .setStep(command.step())
                .setCode(command.code())
                .setReason(command.reason())
                .setAttempt(command.attempt())
                .build();
    }

    static InvoicePaid paid(String invoiceId, LocalDate paidOn) {
        return InvoicePaid.newBuilder()
                .setInvoiceId(invoiceId)
                .setPaidOn(paidOn)
                .build();
    }

    public static InvoiceIssued issued(
            IssueInvoice command, InvoiceDrafted draft, InvoiceApproved approval, List<InvoiceLine> lines) {
        var parties = command.parties();
        return InvoiceIssued.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setNumber(command.number())
                .setSeries(command.series())
                .setYear(command.year())
                .setDocumentType(isOwedToBuyer(approval) ? CREDIT_NOTE : COMMERCIAL_INVOICE)
                .setContractId(draft.getContractId())
                .setCustomerId(draft.getCustomerId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setIssueDate(command.issueDate())
                .setTaxPoint(approval.getTaxPoint())
                .setDueDate(command.issueDate().plusDays(parties.paymentTermsDays()))
                .setSeller(parties.seller())
                .setBuyer(parties.buyer())
                .setPoNumber(orderOf(draft, approval))
                .setBuyerReference(parties.buyerReference())
                .setTaxRows(approval.getTaxRows())
                .setNet(approval.getNet())
                .setTax(approval.getTax())
                .setGross(approval.getGross())
                .setCurrency(approval.getCurrency())
                .setLineCount(lines.size())
                .setLineHash(hash(lines))
                .setTaxTreatment(approval.getTaxTreatment())
                .setEntityAmounts(booked(approval, command.bookingFx()))
                .setSellerParty(parties.sellerParty())
                .setBuyerParty(parties.buyerParty())
                .setPayee(parties.payee())
                .setPayableRounding(approval.getPayableRounding())
                .setLanguage(parties.language().code())
                .setLineDetail(parties.detail().name())
                .build();
    }

    /** The draft's purchase order, or the one that its contract named by the approval; null means none. */
    public static @Nullable String orderOf(InvoiceDrafted draft, @Nullable InvoiceApproved approval) {
        return draft.getPoNumber() != null || approval == null ? draft.getPoNumber() : approval.getPoNumber();
    }

    /**
     * Whether the draft becomes a credit note (R12): below zero. Work that was paid ahead at a higher tax has a net of 0 or more,
     * and yet the buyer has tax back.
     */
    static boolean isOwedToBuyer(InvoiceApproved approval) {
        return isOwedToBuyer(approval.getGross());
    }

    private static boolean isOwedToBuyer(BigDecimal gross) {
        return gross.signum() < 0;
    }

    private static @Nullable EntityAmounts booked(InvoiceApproved approval, @Nullable ExchangeRate fx) {
        return fx == null
                ? null
                : BookedAmounts.of(
                        WireAmount.money(approval.getNet(), approval.getCurrency()),
                        WireAmount.money(approval.getTax(), approval.getCurrency()),
                        approval.getPayableRounding(),
                        fx);
    }

    public static PaymentApplied paymentApplied(
            ApplyPayment command, InvoiceIssued invoice, Money open, @Nullable Settlement settlement) {
        return PaymentApplied.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setReceiptId(command.receiptId().value())
                .setAmount(command.amount())
                .setOpen(WireAmount.amount(open))
                .setCurrency(command.currency())
                .setValueDate(command.valueDate())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .setSettlement(settlement)
                .setApplicationId(command.applicationId())
                .build();
    }

    private static InvoiceLine asLine(DraftLine line, @Nullable WorkNames work, int lineNo) {
        var words = line.description() != null ? line.description() : work == null ? line.projectId() : work.words();
        return InvoiceLine.newBuilder()
                .setLineNo(lineNo)
                .setSourceId(line.sourceId())
                .setPortionNo(line.portionNo())
                .setContractLineNo(line.contractLineNo())
                .setProjectId(line.projectId())
                .setDescription(words)
                .setServiceDate(line.serviceDate())
                .setSeconds(line.seconds())
                .setPrice(line.price())
                .setSecondsPerUnit(line.secondsPerUnit())
                .setNet(line.net())
                .setTaxCategory(line.taxCategory())
                .setTaxCodes(line.taxCodes())
                .setTaxDay(line.taxDay())
                .setPersonId(work == null ? null : work.personId())
                .setTaskId(work == null ? null : work.taskId())
                .build();
    }

    private static Money net(List<InvoiceLine> lines, String currency) {
        return lines.stream()
                .map(line -> WireAmount.money(line.getNet(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
    }

    /** The last day of service billed. */
    private static LocalDate taxPoint(List<InvoiceLine> lines) {
        return lines.stream()
                .map(InvoiceLine::getServiceDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** SHA-256 over the lines in order, hex. */
    public static String hash(List<? extends SpecificRecord> lines) {
        return Sha256.hex(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private InvoiceEvents() {}
}
