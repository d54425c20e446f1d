package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.EXCHANGE_RATE;

import io.fairlead.projection.db.tables.records.ExchangeRateRecord;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.ExchangeRates;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Exchange rates as the views hold them, fetched for the rule that chooses among them. */
final class PublishedRates {

    /** Those that meet the condition. */
    static ExchangeRates fetch(DSLContext views, Condition which) {
        return new ExchangeRates(views.selectFrom(EXCHANGE_RATE).where(which).fetch(PublishedRates::row));
    }

    private static ExchangeRates.Row row(ExchangeRateRecord row) {
        var rate = new ExchangeRate(row.getBase(), row.getQuote(), row.getRate(), row.getFromDate(), row.getSource());
        return new ExchangeRates.Row(rate, row.getToDate());
    }

    private PublishedRates() {}
}
