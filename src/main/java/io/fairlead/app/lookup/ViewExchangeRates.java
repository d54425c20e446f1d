package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.EXCHANGE_RATE;

import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.shared.ExchangeRate;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** Dated exchange rates as the views hold them now. */
public final class ViewExchangeRates implements ExchangeRateLookup {

    private final DSLContext views;

    public ViewExchangeRates(DSLContext views) {
        this.views = views;
    }

    @Override
    public Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        var pair = EXCHANGE_RATE.BASE.in(one, other).and(EXCHANGE_RATE.QUOTE.in(one, other));
        return PublishedRates.fetch(views, pair).on(one, other, day);
    }
}
