package io.fairlead.gateway.erp;

import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what the ERP keeps with what we said, to the cent; any difference is a {@link Failure.Different}. */
final class TotalsCheck {

    private TotalsCheck() {}

    static AdapterAnswer<Snapshot> ofDraft(DocumentDraft invoice, Snapshot kept) {
        var off = totals(invoice, invoice.company(), invoice.net(), invoice.tax(), kept);
        for (var row : invoice.taxRows()) {
            var same = kept.taxRows().stream()
                    .filter(theirs -> theirs.category().equals(row.category())
                            && theirs.rate().compareTo(row.rate()) == 0)
                    .findFirst();
            var name = row.category() + " at " + row.rate().stripTrailingZeros().toPlainString();
            if (same.isEmpty()) {
                off.add("tax category " + name + " is missing");
            } else {
                compare(off, "tax base of " + name, row.base(), same.get().base());
                compare(off, "tax of " + name, row.tax(), same.get().tax());
            }
        }
        return judged(off, kept);
    }

    static AdapterAnswer<Snapshot> ofTotals(DocumentPosting posting, Snapshot kept) {
        return judged(totals(posting, posting.company(), posting.net(), posting.tax(), kept), kept);
    }

    static AdapterAnswer<Snapshot> ofPosting(DocumentPosting posting, Snapshot kept) {
        var off = totals(posting, posting.company(), posting.net(), posting.tax(), kept);
        compare(off, "number", posting.number(), kept.number());
        compare(off, "accounting date", posting.accountingDate(), kept.accountingDate());
        if (!kept.status().posted()) {
            off.add("status is " + kept.status() + ", not posted");
        }
        if (kept.documentNumber() == null) {
            off.add("the ERP's document number is missing");
        }
        return judged(off, kept);
    }

    private static List<String> totals(
            DocumentPayload document, String company, BigDecimal net, BigDecimal tax, Snapshot kept) {
        var off = new ArrayList<String>();
        compare(off, "company", company, kept.company());
        compare(off, "currency", document.currency(), kept.currency());
        compare(off, "net", net, kept.net());
        compare(off, "tax", tax, kept.tax());
        compare(off, "gross", document.gross(), kept.gross());
        compare(off, "rounding", orNone(document.rounding()), orNone(kept.rounding()));
        return off;
    }

    /** Systems without steps say nothing of them. */
    private static BigDecimal orNone(@Nullable BigDecimal rounding) {
        return rounding == null ? BigDecimal.ZERO : rounding;
    }

    private static void compare(List<String> off, String name, BigDecimal ours, @Nullable BigDecimal theirs) {
        if (theirs == null || ours.compareTo(theirs) != 0) {
            off.add(name + ": ours " + AmountText.of(ours) + ", theirs "
                    + (theirs == null ? "missing" : AmountText.of(theirs)));
        }
    }

    private static void compare(List<String> off, String name, Object ours, @Nullable Object theirs) {
        if (!ours.equals(theirs)) {
            off.add(name + ": ours " + ours + ", theirs " + (theirs == null ? "missing" : theirs));
        }
    }

    private static AdapterAnswer<Snapshot> judged(List<String> off, Snapshot kept) {
        return off.isEmpty()
                ? AdapterAnswer.of(kept)
                : AdapterAnswer.failed(new Failure.Different("TOTALS_DIFFER", String.join("; ", off)));
    }
}
