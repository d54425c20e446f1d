package io.fairlead.funding;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.invoice.InvoiceLines;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

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
                line.getNet().subtract(InvoiceLines.adjustment(line)));
    }

    static List<DraftFunds.Portion> ofCredit(List<CreditLine> lines) {
        return lines.stream()
                .filter(line -> line.getNet().signum() >= 0)
                .map(line -> new DraftFunds.Portion(
                        line.getSourceId(),
                        line.getContractLineNo(),
                        line.getNet(),
                        line.getSourceAmount().max(BigDecimal.ZERO)))
                .filter(FundsOfLines::isAny)
                .toList();
    }

    private static boolean isAny(DraftFunds.Portion portion) {
        return portion.amount().signum() > 0 || portion.claimed().signum() > 0;
    }

    private FundsOfLines() {}
}
