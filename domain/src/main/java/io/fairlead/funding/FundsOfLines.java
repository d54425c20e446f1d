package io.fairlead.funding;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.invoice.InvoiceLines;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * What lines of invoices and credit notes take of the limits or give back: their net, and of the source's own worth the net without
 * what review wrote up or down. A draw from a retainer lowers what is due, not what is billed: it takes nothing.
 */
final class FundsOfLines {

    static List<DraftFunds.Portion> of(List<InvoiceLine> lines) {
        return lines.stream()
                .filter(line -> line.getNet().signum() >= 0)
                .map(FundsOfLines::portion)
                .filter(FundsOfLines::isAny)
                .toList();
    }

    /** Lines of one source added up. */
    static List<DraftFunds.Portion> bySource(List<InvoiceLine> lines) {
        var sums = new LinkedHashMap<String, DraftFunds.Portion>();
        of(lines).forEach(portion -> sums.merge(portion.sourceId(), portion, DraftFunds.Portion::plus));
        return List.copyOf(sums.values());
    }

    private static DraftFunds.Portion portion(InvoiceLine line) {
        return new DraftFunds.Portion(
                line.getSourceId(),
                line.getContractLineNo(),
                line.getNet(),
                line.getNet().subtract(InvoiceLines.adjustment(line)),
                Objects.requireNonNullElse(line.getSeconds(), 0),
                line.getServiceDate());
    }

    static List<DraftFunds.Portion> ofCredit(List<CreditLine> lines) {
        return lines.stream()
                .filter(line -> line.getNet().signum() >= 0)
                .map(line -> new DraftFunds.Portion(
                        line.getSourceId(),
                        line.getContractLineNo(),
                        line.getNet(),
                        line.getSourceAmount().max(BigDecimal.ZERO),
                        Objects.requireNonNullElse(line.getSeconds(), 0),
                        line.getServiceDate()))
                .filter(portion -> isAny(portion) || portion.seconds() > 0)
                .toList();
    }

    /** What a credit gives back; time whose money another credit gave back comes back alone, if it was ever counted. */
    static List<DraftFunds.Portion> restorable(List<DraftFunds.Portion> credited, FundsBook book) {
        return credited.stream()
                .filter(portion -> isAny(portion) || billedSeconds(portion, book) >= portion.seconds())
                .toList();
    }

    private static int billedSeconds(DraftFunds.Portion portion, FundsBook book) {
        var known = book.find(portion.sourceId());
        return known == null ? 0 : known.billedSeconds();
    }

    private static boolean isAny(DraftFunds.Portion portion) {
        return portion.amount().signum() > 0 || portion.claimed().signum() > 0;
    }

    private FundsOfLines() {}
}
