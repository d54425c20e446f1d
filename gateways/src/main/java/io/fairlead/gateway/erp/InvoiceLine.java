package io.fairlead.gateway.erp;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.tax.TaxCodes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One position of an invoice for the ERP.
 *
 * @param quantity in the unit given, at most 6 decimals
 * @param price per unit, at most 6 decimals
 * @param net rounded to the currency's digits, at most 4 decimals
 * @param taxCategory codes of the taxes that it bears, comma separated
 * @param taxRates their rates in the same order, comma separated fractions; null in what was enqueued before rates were told
 */
public record InvoiceLine(
        String description,
        @Nullable String projectId,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal price,
        BigDecimal net,
        String taxCategory,
        @Nullable String taxRates) {

    /** The ERP takes quantities with at most this many decimals; the net of a line is ours, it is not recomputed. */
    private static final int QUANTITY_DECIMALS = 6;

    /** Of an invoice; time at its price where that is what it says. */
    static InvoiceLine of(io.fairlead.billing.event.InvoiceLine line, String text, ErpTaxes taxes) {
        var seconds = line.getSeconds();
        var secondsPerUnit = line.getSecondsPerUnit();
        var price = line.getPrice();
        boolean adjusted = InvoiceLines.adjustment(line).signum() != 0; // Then time at its price is not what it says.
        boolean byTime = !adjusted && seconds != null && secondsPerUnit != null && price != null;
        return new InvoiceLine(
                text,
                line.getProjectId(),
                byTime ? units(seconds, secondsPerUnit) : BigDecimal.ONE,
                byTime ? (secondsPerUnit == 3600 ? "HUR" : "DAY") : "EA",
                byTime ? price : line.getNet(),
                line.getNet(),
                String.join(",", TaxCodes.of(line)),
                taxes.rates(TaxCodes.of(line), TaxCodes.dayOf(line)));
    }

    /** Of a credit note; time at its price where that is what it says. */
    static InvoiceLine of(CreditLine line, String text, ErpTaxes taxes) {
        var seconds = line.getSeconds();
        var secondsPerUnit = line.getSecondsPerUnit();
        var price = line.getPrice();
        // Time at its price is not what a credit of money alone, or of an adjusted line, says.
        boolean byTime = seconds != null
                && seconds > 0
                && secondsPerUnit != null
                && price != null
                && line.getNet().compareTo(line.getSourceAmount()) == 0;
        return new InvoiceLine(
                text,
                line.getProjectId(),
                byTime ? units(seconds, secondsPerUnit) : BigDecimal.ONE,
                byTime ? (secondsPerUnit == 3600 ? "HUR" : "DAY") : "EA",
                byTime ? price : line.getNet(),
                line.getNet(),
                ErpTaxes.codes(line),
                taxes.rates(line));
    }

    private static BigDecimal units(int seconds, int secondsPerUnit) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(secondsPerUnit), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }
}
