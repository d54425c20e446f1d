package io.fairlead.gateway.erp;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.tax.TaxCodes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Taxes as the ERP is told them: a row per code and rate, and of each line the rates of its codes. */
final class ErpTaxes {

    private final List<io.fairlead.billing.event.TaxRow> rows;

    ErpTaxes(List<io.fairlead.billing.event.TaxRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Rows that differ in their reason alone are one: the ERP reckons by code and rate. */
    List<TaxRow> rows() {
        var merged = new LinkedHashMap<List<Object>, TaxRow>();
        for (var row : rows) {
            merged.merge(
                    List.of(TaxCodes.of(row), row.getRate()),
                    new TaxRow(TaxCodes.of(row), row.getRate(), row.getBase(), row.getTax()),
                    (one, other) -> new TaxRow(
                            one.category(),
                            one.rate(),
                            one.base().add(other.base()),
                            one.tax().add(other.tax())));
        }
        return new ArrayList<>(merged.values());
    }

    /** The codes of a credited line, comma separated. */
    static String codes(CreditLine line) {
        return String.join(",", TaxCodes.of(line));
    }

    /** The rates of a credited line's codes in their order, comma separated fractions. */
    String rates(CreditLine line) {
        return rates(TaxCodes.of(line), TaxCodes.dayOf(line));
    }

    /** The rates of a line's codes in their order, comma separated fractions. */
    String rates(List<String> codes, LocalDate day) {
        return codes.stream()
                .map(code -> rate(code, day).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(","));
    }

    private BigDecimal rate(String code, LocalDate day) {
        return rows.stream()
                .filter(row -> TaxCodes.bears(List.of(code), day, TaxCodes.of(row), row.getDays()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row taxes " + code + " on " + day))
                .getRate();
    }
}
