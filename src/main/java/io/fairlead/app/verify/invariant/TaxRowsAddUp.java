package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/** Part of I4: each tax row follows from the lines that bear it, rounded as the invoice says (R4). */
final class TaxRowsAddUp {

    static void check(String id, List<InvoiceLine> lines, InvoiceApproved approved, Finding.Tally tally) {
        var treatment = approved.getTaxTreatment();
        boolean byTable = treatment == null || treatment.getEngine().equals("TABLE");
        boolean perLine = treatment != null && treatment.getRounding().equals("LINE");
        int digits = Currency.getInstance(approved.getCurrency()).getDefaultFractionDigits();
        var rowsOf = new TreeMap<String, Integer>();
        lines.forEach(line -> codes(line).forEach(code -> rowsOf.put(line.getLineNo() + " of tax " + code, 0)));
        for (var row : approved.getTaxRows()) {
            var code = row.getCode() == null ? row.getCategory() : row.getCode();
            var borne = lines.stream().filter(line -> bears(line, code, row)).toList();
            borne.forEach(line -> rowsOf.merge(line.getLineNo() + " of tax " + code, 1, Integer::sum));
            var bases = borne.stream().map(InvoiceLine::getNet).toList();
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
        rowsOf.forEach((line, rows) -> tally.require(rows == 1, "%s: line %s stands in %d tax rows", id, line, rows));
    }

    /** Documents of before days were told are taxed by code alone: their rows have none. */
    private static boolean bears(InvoiceLine line, String code, TaxRow row) {
        var days = row.getDays();
        var day = line.getTaxDay() == null ? line.getServiceDate() : line.getTaxDay();
        return codes(line).contains(code) && (days.isEmpty() || days.contains(day));
    }

    private static List<String> codes(InvoiceLine line) {
        return line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private TaxRowsAddUp() {}
}
