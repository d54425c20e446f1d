package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/** Part of I4: each tax row follows from the lines that bear it, rounded as the invoice says (R4). */
final class TaxRowsAddUp {

    static void check(String id, List<InvoiceLine> lines, InvoiceApproved approved, Finding.Tally tally) {
        var nets = new TreeMap<String, List<BigDecimal>>();
        for (var line : lines) {
            var codes = line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
            codes.forEach(
                    code -> nets.computeIfAbsent(code, _ -> new ArrayList<>()).add(line.getNet()));
        }
        var treatment = approved.getTaxTreatment();
        boolean byTable = treatment == null || treatment.getEngine().equals("TABLE");
        boolean perLine = treatment != null && treatment.getRounding().equals("LINE");
        int digits = Currency.getInstance(approved.getCurrency()).getDefaultFractionDigits();
        for (var row : approved.getTaxRows()) {
            var code = row.getCode() == null ? row.getCategory() : row.getCode();
            var borne = nets.remove(code);
            var bases = borne == null ? List.<BigDecimal>of() : borne;
            var base = sum(bases);
            InvoicesAddUp.figure(id, "base of tax " + code, row.getBase(), base, tally);
            if (byTable) { // What another engine works out is its own.
                var tax = sum((perLine ? bases : List.of(base))
                        .stream()
                                .map(net -> net.multiply(row.getRate()).setScale(digits, RoundingMode.HALF_UP))
                                .toList());
                InvoicesAddUp.figure(id, "tax " + code, row.getTax(), tax, tally);
            }
        }
        nets.keySet().forEach(code -> tally.differs("%s: lines of tax %s bear no tax row", id, code));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private TaxRowsAddUp() {}
}
