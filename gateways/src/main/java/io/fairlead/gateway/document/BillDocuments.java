package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.billing.invoice.PartiesLookup;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.contract.LineDetail;
import io.fairlead.document.PayableAmounts;
import io.fairlead.gateway.document.BillDocument.BookTax;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.personal.PersonalWords;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills documents from the log. An issued one is told by its event alone, with parties and account as they were; a draft by
 * its lines so far and its parties as they are now.
 */
public final class BillDocuments {

    private final StreamHistory history;
    private final PartiesLookup parties;

    public BillDocuments(StreamHistory history, PartiesLookup parties) {
        this.history = history;
        this.parties = parties;
    }

    /**
     * An invoice, issued or draft; empty when there is none.
     *
     * @param id invoice:<uuid>
     * @throws RuleViolated B-10 while its draft is not complete, B-03 when it was discarded
     */
    public Optional<BillDocument> invoice(String id) {
        var lines = PrintedLines.of(id, history);
        var issued = history.last(id, InvoiceIssued.class);
        if (issued.isPresent()) {
            return Optional.of(issued(issued.get(), lines));
        }
        if (history.last(id, InvoiceDiscarded.class).isPresent()) {
            throw new RuleViolated("B-03", "invoiceId", "the draft was discarded", "look at its history");
        }
        var draft = history.last(id, InvoiceDrafted.class);
        if (draft.isEmpty() && !lines.isEmpty()) {
            throw new RuleViolated("B-10", "invoiceId", "the draft is not complete yet", "wait for the billing run");
        }
        return draft.map(event -> draft(event, lines, List.of()));
    }

    /**
     * A draft of an invoice as it would be issued now, without a number; empty when there is none or it is given up.
     *
     * @param id invoice:<uuid>
     * @param taxes of its lines as they stand
     */
    public Optional<BillDocument> draftTaxed(String id, TaxAnswer.Taxed taxes) {
        if (history.last(id, InvoiceDiscarded.class).isPresent()
                || history.last(id, InvoiceIssued.class).isPresent()) {
            return Optional.empty();
        }
        return history.last(id, InvoiceDrafted.class)
                .map(event -> TaxedDraft.of(draft(event, PrintedLines.of(id, history), taxes.rows()), taxes.rows()));
    }

    /**
     * A credit note of an issued invoice, issued or draft; empty when there is none.
     *
     * @param id credit-note:<uuid>
     * @throws RuleViolated B-03 when it was discarded
     */
    public Optional<BillDocument> creditNote(String id) {
        return new CreditDocuments(history).of(id);
    }

    private static BillDocument issued(InvoiceIssued event, PrintedLines lines) {
        var credit = event.getDocumentType().equals(Kind.CREDIT_NOTE.code());
        var sign = credit ? BigDecimal.ONE.negate() : BigDecimal.ONE; // A credit note states what it gives back.
        var currency = event.getCurrency();
        var language = DocumentLanguage.of(event.getLanguage());
        var rows = taxes(event.getTaxRows(), currency, sign);
        var printed =
                GroupedLines.of(lines.printed(currency, sign), LineDetail.of(event.getLineDetail()), rows, language);
        return new BillDocument(
                credit ? Kind.CREDIT_NOTE : Kind.INVOICE,
                event.getNumber(),
                event.getIssueDate(),
                event.getTaxPoint(),
                credit ? null : event.getDueDate(),
                currency,
                key(event.getLegalEntityId()),
                party(event.getSellerParty(), event.getSeller()),
                party(event.getBuyerParty(), event.getBuyer()),
                event.getPoNumber(),
                event.getBuyerReference(),
                key(event.getContractId()),
                event.getPayee(),
                null,
                null,
                printed.lines(),
                rows,
                amount(event.getNet(), currency, sign),
                amount(event.getTax(), currency, sign),
                amount(event.getGross(), currency, sign),
                inBooks(event.getEntityAmounts(), sign),
                rounding(event.getPayableRounding(), currency, sign),
                language,
                printed.timesheet());
    }

    /** @param worked rows by which lines go together before an approval fixes them; empty while they are not worked out */
    private BillDocument draft(InvoiceDrafted event, PrintedLines lines, List<TaxRow> worked) {
        var currency = event.getCurrency();
        var one = BigDecimal.ONE;
        var approval = lines.isReturned()
                ? null
                : history.last(event.getInvoiceId(), InvoiceApproved.class).orElse(null);
        var day = approval == null ? event.getIssueDate() : approval.getIssueDate();
        var now = parties.of(event.getLegalEntityId(), event.getCustomerId(), event.getContractId(), day);
        var net = lines.net(currency);
        List<Tax> rows = approval == null ? List.of() : taxes(approval.getTaxRows(), currency, one);
        var apart = worked.isEmpty() ? rows : taxes(worked, currency, one);
        var printed = GroupedLines.of(lines.printed(currency, one), now.detail(), apart, now.language());
        return new BillDocument(
                Kind.INVOICE,
                null,
                day,
                approval == null ? null : approval.getTaxPoint(),
                null,
                currency,
                key(event.getLegalEntityId()),
                party(now.sellerParty(), now.seller()),
                party(now.buyerParty(), now.buyer()),
                InvoiceEvents.orderOf(event, approval),
                now.buyerReference(),
                key(event.getContractId()),
                now.payee(),
                null,
                null,
                printed.lines(),
                rows,
                net,
                approval == null ? BigDecimal.ZERO : amount(approval.getTax(), currency, one),
                approval == null ? net : amount(approval.getGross(), currency, one),
                null,
                rounding(approval == null ? null : approval.getPayableRounding(), currency, one),
                now.language(),
                printed.timesheet());
    }

    /** In parts, or where only the text is known, with a country that no document takes. */
    static DocumentParty party(@Nullable DocumentParty known, String text) {
        return known == null
                ? DocumentParty.newBuilder().setName(text).setCountry("").build()
                : withContact(known);
    }

    /** Its contact in the plain fields, where documents read it, wherever the event has it. */
    private static DocumentParty withContact(DocumentParty known) {
        return DocumentParty.newBuilder(known)
                .setContactName(PersonalWords.of(known.getContactNameText(), known.getContactName()))
                .setContactPhone(PersonalWords.of(known.getContactPhoneText(), known.getContactPhone()))
                .setContactEmail(PersonalWords.of(known.getContactEmailText(), known.getContactEmail()))
                .setContactNameText(null)
                .setContactPhoneText(null)
                .setContactEmailText(null)
                .build();
    }

    static List<Tax> taxes(List<TaxRow> rows, String currency, BigDecimal sign) {
        return rows.stream()
                .map(row -> new Tax(
                        row.getCode() == null ? row.getCategory() : row.getCode(),
                        row.getCategory(),
                        row.getRate(),
                        amount(row.getBase(), currency, sign),
                        amount(row.getTax(), currency, sign),
                        row.getReason(),
                        row.getDays()))
                .toList();
    }

    static BigDecimal amount(BigDecimal wire, String currency, BigDecimal sign) {
        return WireAmount.money(wire, currency).getAmount().multiply(sign);
    }

    static BigDecimal rounding(@Nullable PayableRounding rounding, String currency, BigDecimal sign) {
        return amount(PayableAmounts.rounding(rounding), currency, sign);
    }

    static @Nullable BookTax inBooks(@Nullable EntityAmounts amounts, BigDecimal sign) {
        return amounts == null
                ? null
                : new BookTax(amounts.getCurrency(), amount(amounts.getTax(), amounts.getCurrency(), sign));
    }

    /** An id without its kind. */
    static String key(String id) {
        return id.substring(id.indexOf(':') + 1);
    }
}
