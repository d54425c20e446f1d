package io.fairlead.app.lookup;

import io.fairlead.billing.ExchangeRateLookup;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.fairlead.shared.ExchangeRate;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** Dated exchange rates as the views hold them. */
public final class ViewExchangeRates implements ExchangeRateLookup {

    private final ExchangeRateQuery rates;

    public ViewExchangeRates(DSLContext views) {
        this.rates = new ExchangeRateQuery(views);
    }

    @Override
    public Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        return rates.on(one, other, day)
                .map(row -> new ExchangeRate(row.base(), row.quote(), row.rate(), row.from(), row.source()));
    }
}
