package io.fairlead.gateway.document;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Tax;
import java.math.BigDecimal;
import java.util.List;

/** A draft as it would be issued with the tax that its lines have now. */
final class TaxedDraft {

    /** The same with these rows of tax, a credit note where it is owed to the buyer. */
    static BillDocument of(BillDocument draft, List<TaxRow> rows) {
        var net = draft.net();
        var taxed = BillDocuments.taxes(rows, draft.currency(), BigDecimal.ONE);
        var sum = taxed.stream().map(Tax::amount).reduce(BigDecimal.ZERO.setScale(net.scale()), BigDecimal::add);
        var owed = net.add(sum).signum() < 0;
        var sign = owed ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new BillDocument(
                owed ? Kind.CREDIT_NOTE : Kind.INVOICE,
                draft.number(),
                draft.issueDate(),
                draft.taxPoint(),
                draft.dueDate(),
                draft.currency(),
                draft.sellerCode(),
                draft.seller(),
                draft.buyer(),
                draft.poNumber(),
                draft.buyerReference(),
                draft.contract(),
                draft.payee(),
                draft.original(),
                draft.reason(),
                draft.lines().stream().map(line -> line.times(sign)).toList(),
                BillDocuments.taxes(rows, draft.currency(), sign),
                net.multiply(sign),
                sum.multiply(sign),
                net.add(sum).multiply(sign),
                draft.taxInBooks(),
                BigDecimal.ZERO,
                draft.language(),
                draft.timesheet().stream().map(line -> line.times(sign)).toList());
    }

    private TaxedDraft() {}
}
