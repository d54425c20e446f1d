package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.account.PostingAccount;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.log.EventLog;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** I8: the ERP's ledger and the issued invoices and credit notes are the same documents. */
public final class ErpAgrees implements Invariant {

    private static final int EXAMPLES_MAX = 20;

    private static final Set<String> ISSUED = Set.of(InvoiceIssued.class.getName(), CreditNoteIssued.class.getName());

    private final Supplier<LogFold> fold;
    private final EventLog log;
    private final DSLContext deliveries;
    private final Supplier<List<ErpDocument>> ledger;

    public ErpAgrees(Supplier<LogFold> fold, EventLog log, DSLContext deliveries, Supplier<List<ErpDocument>> ledger) {
        this.fold = fold;
        this.log = log;
        this.deliveries = deliveries;
        this.ledger = ledger;
    }

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String sentence() {
        return "the ERP's posted documents and the issued invoices and credit notes are one to one in key, numbers, entity, customer,"
                + " days, currency, amounts and what they credit";
    }

    @Override
    public Finding check() {
        var issued = new HashMap<String, IssuedDocument>();
        fold.get().invoices().byInvoice().forEach((id, told) -> {
            var said = told.issued();
            if (said != null) {
                issued.put(id, IssuedDocument.of(said));
            }
        });
        fold.get().credits().issued().forEach((id, said) -> issued.put(id, IssuedDocument.of(said)));
        var underway = new HashSet<>(deliveries.resultQuery("""
                        select aggregate_id from gateway.delivery
                        where kind = 'COMMIT_INVOICE' and state <> 'CONFIRMED'""").fetch(0, String.class));
        return compare(issued, fold.get().postings().byDocument(), ledger.get(), underway, this::isIssuedSince);
    }

    public static Finding compare(
            Map<String, IssuedDocument> issued,
            Map<String, PostingAccount.Posting> postings,
            List<ErpDocument> documents,
            Set<String> underway,
            Predicate<String> issuedSince) {
        var tally = new Finding.Tally(EXAMPLES_MAX);
        var seen = new HashSet<String>();
        for (var document : documents) {
            tally.examined();
            var key = document.externalRef();
            tally.require(seen.add(key), "%s is in the ERP twice, again as %s", key, document.documentNumber());
            var said = issued.get(key);
            if (said != null) {
                same(said, postings.get(key), document, tally);
            } else if (!issuedSince.test(key)) {
                tally.differs("%s is in the ERP as %s but was never issued", key, document.documentNumber());
            }
        }
        issued.keySet().stream().filter(id -> !seen.contains(id)).sorted().forEach(id -> {
            tally.examined();
            if (underway.contains(id)) {
                tally.note("%s is issued, its posting is under way", id);
            } else {
                tally.differs("%s is issued but not in the ERP, and no delivery is open", id);
            }
        });
        return tally.finding();
    }

    private static void same(
            IssuedDocument said, PostingAccount.@Nullable Posting posted, ErpDocument document, Finding.Tally tally) {
        var off = new ArrayList<String>();
        differ(off, "number", said.number(), document.number());
        differ(off, "company", StreamKey.keyOf(said.legalEntityId()), document.company());
        differ(off, "customer", said.customerId(), document.customer());
        differ(off, "issue date", said.issueDate().toString(), document.issueDate());
        differ(off, "due date", said.dueDate().toString(), document.dueDate());
        differ(off, "credited invoice", said.credits(), document.credits());
        differ(off, "currency", said.currency(), document.currency());
        differ(off, "net", said.net(), document.net());
        differ(off, "tax", said.tax(), document.tax());
        differ(off, "gross", said.gross(), document.gross());
        differ(off, "rounding", said.rounding(), document.rounding());
        if (posted != null) { // Else its posting is not told yet.
            differ(off, "document number", posted.number(), document.documentNumber());
            differ(off, "accounting date", posted.day().toString(), document.accountingDate());
        }
        tally.require(off.isEmpty(), "%s: the ERP has another %s", said.id(), String.join(", ", off));
    }

    private static void differ(List<String> off, String what, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            off.add(what + ", " + (theirs.isEmpty() ? "none" : theirs) + " for " + (ours.isEmpty() ? "none" : ours));
        }
    }

    private static void differ(List<String> off, String what, BigDecimal ours, BigDecimal theirs) {
        if (ours.compareTo(theirs) != 0) {
            off.add(what + ", " + theirs.toPlainString() + " for " + ours.toPlainString());
        }
    }

    private boolean isIssuedSince(String id) {
        return log.stream(id, 0).stream().anyMatch(event -> ISSUED.contains(event.type()));
    }
}
