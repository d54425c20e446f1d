package io.fairlead.app.lookup;

import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxRateLookup;
import io.fairlead.billing.view.TaxRateRows;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Dated tax rates as the views hold them. */
public final class ViewTaxRates implements TaxRateLookup {

    private final DSLContext views;

    public ViewTaxRates(DSLContext views) {
        this.views = views;
    }

    @Override
    public Map<LocalDate, Map<String, TaxRate>> on(String legalEntityId, Set<LocalDate> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        var rows = new TaxRateRows(views).between(legalEntityId, Collections.min(days), Collections.max(days));
        return days.stream().collect(Collectors.toMap(day -> day, day -> on(rows, day)));
    }

    private static Map<String, TaxRate> on(List<TaxRateRows.Row> rows, LocalDate day) {
        var rates = new HashMap<String, TaxRate>();
        // Latest first day comes first and wins.
        rows.stream()
                .filter(row -> row.holdsOn(day))
                .forEach(row -> rates.putIfAbsent(
                        row.code(), new TaxRate(row.category(), row.rate(), row.source(), row.region())));
        return rates;
    }
}
