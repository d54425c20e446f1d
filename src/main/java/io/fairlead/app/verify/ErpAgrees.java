package io.fairlead.app.verify;

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

/** I8: the ERP's ledger and the issued invoices are the same documents. */
final class ErpAgrees implements Invariant {

    private final Supplier<LogFold> fold;
    private final EventLog log;
    private final DSLContext deliveries;
    private final Supplier<List<ErpDocument>> ledger;

    ErpAgrees(Supplier<LogFold> fold, EventLog log, DSLContext deliveries, Supplier<List<ErpDocument>> ledger) {
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
        return "the ERP's posted documents and the issued invoices are one to one in key, entity, currency and amounts";
    }

    @Override
    public Finding check() {
        var issued = new HashMap<String, InvoiceIssued>();
        fold.get().invoices().byInvoice().forEach((id, told) -> {
            var said = told.issued();
            if (said != null) {
                issued.put(id, said);
            }
        });
        var underway = new HashSet<>(deliveries.resultQuery("""
                        select aggregate_id from gateway.delivery
                        where kind = 'COMMIT_INVOICE' and state <> 'CONFIRMED'""").fetch(0, String.class));
        return compare(issued, ledger.get(), underway, this::isIssuedSince);
    }

    static Finding compare(
            Map<String, InvoiceIssued> issued,
            List<ErpDocument> documents,
            Set<String> underway,
            Predicate<String> issuedSince) {
        var tally = new Finding.Tally();
        var seen = new HashSet<String>();
        for (var document : documents) {
            tally.examined();
            var key = document.externalRef();
            tally.require(seen.add(key), "%s is in the ERP twice, again as %s", key, document.documentNumber());
            var invoice = issued.get(key);
            if (invoice != null) {
                same(invoice, document, tally);
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

    private static void same(InvoiceIssued invoice, ErpDocument document, Finding.Tally tally) {
        tally.require(
                document.number().equals(invoice.getNumber())
                        && document.company().equals(StreamKey.keyOf(invoice.getLegalEntityId()))
                        && document.currency().equals(invoice.getCurrency())
                        && document.net().compareTo(invoice.getNet()) == 0
                        && document.tax().compareTo(invoice.getTax()) == 0
                        && document.gross().compareTo(invoice.getGross()) == 0,
                "%s: issued as %s by %s, %s + %s %s; the ERP has %s by %s, %s + %s %s",
                invoice.getInvoiceId(),
                invoice.getNumber(),
                StreamKey.keyOf(invoice.getLegalEntityId()),
                invoice.getNet(),
                invoice.getTax(),
                invoice.getCurrency(),
                document.number(),
                document.company(),
                document.net(),
                document.tax(),
                document.currency());
    }

    private boolean isIssuedSince(String id) {
        return log.stream(id, 0).stream().anyMatch(event -> event.type().equals(InvoiceIssued.class.getName()));
    }
}
