package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.log.EventLog;
import io.fairlead.shared.StreamKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** I8: the ERP's ledger and the issued invoices and credit notes are the same documents. */
public final class ErpAgrees implements Invariant {

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
        return "the ERP's posted documents and the issued invoices and credit notes are one to one in key, entity, currency and"
                + " amounts";
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
        return compare(issued, ledger.get(), underway, this::isIssuedSince);
    }

    public static Finding compare(
            Map<String, IssuedDocument> issued,
            List<ErpDocument> documents,
            Set<String> underway,
            Predicate<String> issuedSince) {
        var tally = new Finding.Tally();
        var seen = new HashSet<String>();
        for (var document : documents) {
            tally.examined();
            var key = document.externalRef();
            tally.require(seen.add(key), "%s is in the ERP twice, again as %s", key, document.documentNumber());
            var said = issued.get(key);
            if (said != null) {
                same(said, document, tally);
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

    private static void same(IssuedDocument said, ErpDocument document, Finding.Tally tally) {
        tally.require(
                document.number().equals(said.number())
                        && document.company().equals(StreamKey.keyOf(said.legalEntityId()))
                        && document.currency().equals(said.currency())
                        && document.net().compareTo(said.net()) == 0
                        && document.tax().compareTo(said.tax()) == 0
                        && document.gross().compareTo(said.gross()) == 0
                        && document.rounding().compareTo(said.rounding()) == 0,
                "%s: issued as %s by %s, %s + %s %s; the ERP has %s by %s, %s + %s %s",
                said.id(),
                said.number(),
                StreamKey.keyOf(said.legalEntityId()),
                said.net(),
                said.tax(),
                said.currency(),
                document.number(),
                document.company(),
                document.net(),
                document.tax(),
                document.currency());
    }

    private boolean isIssuedSince(String id) {
        return log.stream(id, 0).stream().anyMatch(event -> ISSUED.contains(event.type()));
    }
}
