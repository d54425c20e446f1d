package io.fairlead.gateway.document;

import static io.fairlead.gateway.document.BillDocuments.amount;
import static io.fairlead.gateway.document.BillDocuments.key;
import static io.fairlead.gateway.document.BillDocuments.party;
import static io.fairlead.gateway.document.BillDocuments.rounding;
import static io.fairlead.gateway.document.BillDocuments.taxes;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Original;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Fills credit notes from the log: figures from their own events, parties and account from those of their invoice. */
final class CreditDocuments {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private final StreamHistory history;

    CreditDocuments(StreamHistory history) {
        this.history = history;
    }

    /**
     * A credit note, issued or draft; empty when there is none.
     *
     * @throws RuleViolated B-03 when it was discarded
     */
    Optional<BillDocument> of(String id) {
        var issued = history.last(id, CreditNoteIssued.class);
        if (issued.isPresent()) {
            return issued.map(this::issued);
        }
        if (history.last(id, CreditNoteDiscarded.class).isPresent()) {
            throw new RuleViolated("B-03", "creditNoteId", "the draft was discarded", "look at its history");
        }
        return history.last(id, CreditNoteDrafted.class).map(this::draft);
    }

    private BillDocument issued(CreditNoteIssued event) {
        var invoice = invoice(event.getInvoiceId());
        var currency = event.getCurrency();
        return new BillDocument(
                Kind.CREDIT_NOTE,
                event.getNumber(),
                event.getIssueDate(),
                event.getTaxPoint(),
                null,
                currency,
                key(event.getLegalEntityId()),
                party(invoice.getSellerParty(), event.getSeller()),
                party(invoice.getBuyerParty(), event.getBuyer()),
                event.getPoNumber(),
                event.getBuyerReference(),
                key(event.getContractId()),
                invoice.getPayee(),
                new Original(event.getInvoiceNumber(), event.getInvoiceIssueDate()),
                event.getReason(),
                lines(event.getInvoiceId(), event.getLines(), currency),
                taxes(event.getTaxRows(), currency, ONE),
                amount(event.getNet(), currency, ONE),
                amount(event.getTax(), currency, ONE),
                amount(event.getGross(), currency, ONE),
                null,
                rounding(event.getPayableRounding(), currency, ONE),
                DocumentLanguage.of(invoice.getLanguage()),
                List.of());
    }

    private BillDocument draft(CreditNoteDrafted event) {
        var invoice = invoice(event.getInvoiceId());
        var currency = event.getCurrency();
        return new BillDocument(
                Kind.CREDIT_NOTE,
                null,
                event.getIssueDate(),
                event.getTaxPoint(),
                null,
                currency,
                key(event.getLegalEntityId()),
                party(invoice.getSellerParty(), invoice.getSeller()),
                party(invoice.getBuyerParty(), invoice.getBuyer()),
                invoice.getPoNumber(),
                invoice.getBuyerReference(),
                key(event.getContractId()),
                invoice.getPayee(),
                new Original(event.getInvoiceNumber(), invoice.getIssueDate()),
                event.getReason(),
                lines(event.getInvoiceId(), event.getLines(), currency),
                taxes(event.getTaxRows(), currency, ONE),
                amount(event.getNet(), currency, ONE),
                amount(event.getTax(), currency, ONE),
                amount(event.getGross(), currency, ONE),
                null,
                rounding(event.getPayableRounding(), currency, ONE),
                DocumentLanguage.of(invoice.getLanguage()),
                List.of());
    }

    private InvoiceIssued invoice(String id) {
        return history.last(id, InvoiceIssued.class).orElseThrow();
    }

    private List<Line> lines(String invoiceId, List<CreditLine> lines, String currency) {
        var names = new NamedWork(history, invoiceId);
        return lines.stream()
                .map(line -> new Line(
                        line.getLineNo(),
                        names.words(line.getDescription()),
                        line.getServiceDate(),
                        line.getServiceDate(),
                        line.getSeconds(),
                        PrintedLines.price(line.getPrice()),
                        line.getSecondsPerUnit(),
                        amount(line.getNet(), currency, ONE),
                        TaxCodes.of(line),
                        TaxCodes.dayOf(line),
                        names.of(line.getInvoiceLineNo(), line.getDescription())))
                .toList();
    }
}
