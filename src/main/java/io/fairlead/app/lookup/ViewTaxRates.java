package io.fairlead.app.lookup;

import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxRateLookup;
import io.fairlead.billing.view.TaxRateRows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Dated tax rates as the views hold them. */
public final class ViewTaxRates implements TaxRateLookup {

    private final DSLContext views;

    public ViewTaxRates(DSLContext views) {
        this.views = views;
    }

    @Override
    public Map<String, TaxRate> on(String legalEntityId, LocalDate taxPoint) {
        var rates = new HashMap<String, TaxRate>();
        // Latest first day comes first and wins.
        new TaxRateRows(views)
                .on(legalEntityId, taxPoint)
                .forEach(row -> rates.putIfAbsent(
                        row.code(), new TaxRate(row.category(), row.rate(), row.source(), row.region())));
        return rates;
    }
}
