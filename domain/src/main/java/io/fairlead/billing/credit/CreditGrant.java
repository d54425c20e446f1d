package io.fairlead.billing.credit;

import io.fairlead.billing.credit.CreditedTax.Credited;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.invoice.IssuedInvoice;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an issued invoice grants to a credit: never more than is left of a line and of the document, so that its credits never
 * exceed it and never charge. Part of {@link Invoice}; also read by previews.
 */
public final class CreditGrant {

    /** Lines that one event may carry. */
    static final int LINES_MAX = 500;

    private final InvoiceIssued invoice;
    private final List<InvoiceLine> lines;
    private final Collection<CreditReserved> before;

    /**
     * @param invoice as issued
     * @param lines of the invoice after its review
     * @param before all credits that it granted and that were not released, in their order
     */
    public CreditGrant(InvoiceIssued invoice, List<InvoiceLine> lines, Collection<CreditReserved> before) {
        this.invoice = invoice;
        this.lines = lines;
        this.before = before;
    }

    /**
     * What the invoice of a stream would grant now.
     *
     * @throws RuleViolated B-10 when it is not issued
     */
    public static CreditGrant from(StreamHistory history, String invoiceId) {
        var released = history.all(invoiceId, CreditReleased.class).stream()
                .map(CreditReleased::getCreditNoteId)
                .collect(Collectors.toSet());
        return new CreditGrant(
                IssuedInvoice.require(
                        history.last(invoiceId, InvoiceIssued.class).orElse(null)),
                InvoiceLines.of(history, invoiceId).lines(),
                history.all(invoiceId, CreditReserved.class).stream()
                        .filter(credit -> !released.contains(credit.getCreditNoteId()))
                        .toList());
    }

    /**
     * Refuses an id that is the credit note of another invoice, which could not be drawn up for this one.
     *
     * @throws RuleViolated K-06
     */
    public static void requireOwnId(StreamHistory history, ReserveCredit command) {
        history.last(command.creditNoteId().value(), CreditNoteDrafted.class)
                .ifPresent(
                        draft -> DraftCreditNote.requireOf(command.invoiceId().value(), draft));
    }

    /** What of a line may be credited by its money, the document's rest allowing; 0 when there is no such line. */
    public BigDecimal leftOf(int lineNo) {
        var ofLine = lines.stream()
                .filter(line -> line.getLineNo() == lineNo)
                .map(line -> left(line).net())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var ofDocument = before.stream().map(CreditReserved::getNet).reduce(invoice.getNet(), BigDecimal::subtract);
        return ofLine.min(ofDocument).max(BigDecimal.ZERO);
    }

    /**
     * The credit as it is granted.
     *
     * @throws RuleViolated K-02 nothing is left; K-03 more than is left; K-04 too early; K-05 unclear; K-07 too many lines;
     *     K-11 more than is left of the document, or a charge
     */
    public CreditReserved of(ReserveCredit command) {
        if (command.issueDate().isBefore(invoice.getIssueDate())) {
            throw new RuleViolated(
                    "K-04",
                    "issueDate",
                    "the invoice was issued on " + invoice.getIssueDate(),
                    "use that day or a later one");
        }
        var requests = requests(command);
        if (requests.size() > LINES_MAX) {
            throw new RuleViolated(
                    "K-07",
                    "lines",
                    requests.size() + " lines are too many for one credit note",
                    "credit at most " + LINES_MAX + " lines at a time");
        }
        var currency = invoice.getCurrency();
        var credited = credited(requests);
        var rows = CreditedTax.rows(
                invoice.getTaxRows(),
                mode(),
                currency,
                lines,
                before.stream().flatMap(CreditGrant::parts).toList(),
                before.stream().flatMap(credit -> credit.getTaxRows().stream()).toList(),
                parts(credited).toList());
        var net = credited.stream()
                .map(line -> WireAmount.money(line.getNet(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
        var tax = TaxComputation.total(rows, currency);
        new DocumentLeft(invoice, before).require(credited, rows, net, tax);
        var rounding = Payable.ofCredit(invoice.getPayableRounding(), net.plus(tax), before);
        return CreditReserved.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setCreditNoteId(command.creditNoteId().value())
                .setInvoiceNumber(invoice.getNumber())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .setIssueDate(command.issueDate())
                .setTaxPoint(invoice.getTaxPoint())
                .setPreparer(command.preparer())
                .setReason(command.reason())
                .setLines(credited)
                .setTaxRows(rows)
                .setNet(WireAmount.amount(net))
                .setTax(WireAmount.amount(tax))
                .setGross(WireAmount.amount(net.plus(tax)))
                .setCurrency(currency)
                .setEntityAmounts(booked(net, tax, rounding))
                .setPayableRounding(rounding)
                .setRequest(command.fingerprint())
                .build();
    }

    /** As the invoice was taxed; whatever was issued before that was told is taxed by document. */
    private TaxMode mode() {
        var treatment = invoice.getTaxTreatment();
        return treatment == null ? TaxMode.DOCUMENT : TaxMode.valueOf(treatment.getRounding());
    }

    private static Stream<Credited> parts(CreditReserved credit) {
        return parts(credit.getLines());
    }

    private static Stream<Credited> parts(List<CreditLine> credited) {
        return credited.stream().map(line -> new Credited(line.getInvoiceLineNo(), line.getNet()));
    }

    /** At the invoice's booking rate, so that a full credit leaves nothing in the books (R13). */
    private @Nullable EntityAmounts booked(Money net, Money tax, @Nullable PayableRounding rounding) {
        var zero = Money.zero(net.getCurrencyUnit());
        var netBefore = zero;
        var taxBefore = zero;
        var rounded = WireAmount.money(PayableAmounts.rounding(rounding), invoice.getCurrency());
        for (var credit : before) {
            rounded = rounded.plus(
                    WireAmount.money(PayableAmounts.rounding(credit.getPayableRounding()), credit.getCurrency()));
            netBefore = netBefore.plus(WireAmount.money(credit.getNet(), credit.getCurrency()));
            taxBefore = taxBefore.plus(WireAmount.money(credit.getTax(), credit.getCurrency()));
        }
        var invoiced = invoice.getEntityAmounts();
        var booked = before.stream()
                .map(CreditReserved::getEntityAmounts)
                .filter(Objects::nonNull)
                .toList();
        return invoiced == null
                ? null
                : BookedAmounts.ofCredit(
                        invoiced, netBefore, taxBefore, booked, net, tax, rounding == null ? null : rounded);
    }

    private List<CreditRequest> requests(ReserveCredit command) {
        if (!command.lines().isEmpty()) {
            var seen = new HashSet<Integer>();
            for (var request : command.lines()) {
                if (!seen.add(request.lineNo())) {
                    throw new RuleViolated(
                            "K-05", "lines", "line " + request.lineNo() + " is named twice", "name each line once");
                }
            }
            return command.lines();
        }
        var disposition = command.rest();
        if (disposition == null) {
            throw new RuleViolated(
                    "K-05", "rest", "neither lines nor what becomes of the whole is said", "name lines, or rest");
        }
        return lines.stream()
                .filter(line -> !left(line).isNothing())
                .map(line -> CreditRequest.rest(line.getLineNo(), disposition))
                .toList();
    }

    /** What is asked for, and what a retainer paid of it when that is all there is to give back. */
    private List<CreditLine> credited(List<CreditRequest> requests) {
        var credited = new ArrayList<CreditLine>();
        for (var request : requests) {
            credited.add(credited(request, credited.size() + 1));
        }
        for (var draw : new DocumentLeft(invoice, before).drawn(lines, credited)) {
            credited.add(credited(draw, credited.size() + 1));
        }
        return credited;
    }

    private CreditLine credited(CreditRequest request, int lineNo) {
        var line = lines.stream()
                .filter(one -> one.getLineNo() == request.lineNo())
                .findFirst()
                .orElseThrow(() -> new RuleViolated(
                        "K-02", "lineNo", "the invoice has no line " + request.lineNo(), "use one of its lines"));
        var left = left(line);
        if (left.isNothing()) {
            throw new RuleViolated(
                    "K-02", "lineNo", "line " + request.lineNo() + " is credited already", "credit another line");
        }
        var part = left.part(request);
        return CreditLine.newBuilder()
                .setLineNo(lineNo)
                .setInvoiceLineNo(line.getLineNo())
                .setSourceId(line.getSourceId())
                .setPortionNo(line.getPortionNo())
                .setContractLineNo(line.getContractLineNo())
                .setProjectId(line.getProjectId())
                .setDescription(line.getDescription())
                .setServiceDate(line.getServiceDate())
                .setSeconds(part.seconds())
                .setPrice(line.getPrice())
                .setSecondsPerUnit(line.getSecondsPerUnit())
                .setNet(part.net())
                .setSourceAmount(part.source())
                .setTaxCategory(line.getTaxCategory())
                .setTaxCodes(line.getTaxCodes())
                .setTaxDay(line.getTaxDay())
                .setDisposition(request.disposition().name())
                .build();
    }

    private CreditableLine left(InvoiceLine line) {
        return CreditableLine.of(line, before, invoice.getCurrency());
    }
}
