package io.fairlead.app.lookup;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.time.BookCurrency;
import io.fairlead.time.CostRateLookup.CostAnswer;
import io.fairlead.time.CostRateLookup.CostFound;
import io.fairlead.time.CostRateLookup.CostMissing;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import java.util.Optional;

/**
 * R13: what an hour costs in the contract's currency and in the seller's books, at the exchange rates of the work date.
 *
 * @param currency the contract's
 */
record CostCurrencies(PriceTables.Tables tables, TimeApproved event, String currency) {

    CostAnswer of(PriceTables.Cost row, TimeTarget target, PriceTables.Person person) {
        var own = row.rate().currency().getCode();
        var books = tables.bookCurrencies().getOrDefault(event.getLegalEntityId(), currency);
        boolean abroad = !books.equals(currency);
        var toContract = between(own, currency);
        var toBooks = between(own, books);
        if (toContract.isEmpty() && !own.equals(currency)) {
            return missing(own, currency);
        }
        if (abroad && toBooks.isEmpty() && !own.equals(books)) {
            return missing(own, books);
        }
        return new CostFound(
                target,
                new LegalEntityId(person.legalEntityId()),
                person.employment(),
                row.id(),
                toContract.map(row.rate()::with).orElse(row.rate()),
                abroad ? new BookCurrency(books, toBooks.orElse(null)) : null);
    }

    private Optional<ExchangeRate> between(String one, String other) {
        return one.equals(other) ? Optional.empty() : tables.exchange().on(one, other, event.getWorkDate());
    }

    private CostMissing missing(String one, String other) {
        return new CostMissing(ViewRates.FX_RATE_MISSING, ViewRates.noExchangeRate(one, other, event.getWorkDate()));
    }
}
