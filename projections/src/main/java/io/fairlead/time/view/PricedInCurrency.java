package io.fairlead.time.view;

import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.shared.event.FxRate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How an entry's row tells the exchange rate of its price; for {@link TimeEntryProjection}. */
final class PricedInCurrency {

    static void fill(
            TimeEntryRecord row, @Nullable String rateCurrency, @Nullable BigDecimal price, @Nullable FxRate fx) {
        row.setRateCurrency(rateCurrency);
        row.setPrice(price);
        row.setFxBase(fx == null ? null : fx.getBase());
        row.setFxQuote(fx == null ? null : fx.getQuote());
        row.setFxRate(fx == null ? null : fx.getRate());
        row.setFxFromDate(fx == null ? null : fx.getFrom());
        row.setFxSource(fx == null ? null : fx.getSource());
    }

    private PricedInCurrency() {}
}
