package io.fairlead.billing.tax;

import io.fairlead.billing.event.InvoiceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What taxing asks of a line.
 *
 * @param lineNo of the document
 * @param codes the taxes that it bears, each a row of its own; never empty
 * @param net at the currency's digits
 * @param day that decides its rates: its day of service, or that of the prepayment which it counts off
 */
public record TaxedLine(int lineNo, List<String> codes, BigDecimal net, LocalDate day) {

    public TaxedLine {
        codes = List.copyOf(codes);
    }

    /** Of an invoice's line: its codes, else the one of its category. */
    public static TaxedLine of(InvoiceLine line) {
        return new TaxedLine(line.getLineNo(), TaxCodes.of(line), line.getNet(), TaxCodes.dayOf(line));
    }
}
