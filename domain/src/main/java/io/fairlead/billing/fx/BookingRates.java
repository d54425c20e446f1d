package io.fairlead.billing.fx;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rate books a document or settles it (R13). Part of the processes that issue and pay; a missing rate is an exception,
 * never 1.
 */
public final class BookingRates {

    /** What waits for a rate. */
    public static final String CODE = "FX_RATE_MISSING";

    private final ExchangeRateLookup rates;
    private final StreamHistory history;

    public BookingRates(ExchangeRateLookup rates, StreamHistory history) {
        this.rates = rates;
        this.history = history;
    }

    /** What the look-up found. */
    public sealed interface Found {}

    /** The rate; null when document and books are in one currency. */
    public record Rate(@Nullable ExchangeRate fx) implements Found {}

    /** None, between these two. */
    public record Missing(String currency, String entityCurrency, LocalDate day) implements Found {

        public RaiseException raise(String subjectId, @Nullable Stake stake, String legalEntityId, Instant at) {
            return RaiseException.about(
                    CODE,
                    subjectId,
                    "No exchange rate between " + currency + " and " + entityCurrency + " holds on " + day
                            + ". Set one, then resolve this item.",
                    OwnerRole.FINANCE_OPERATIONS,
                    stake,
                    legalEntityId,
                    at);
        }
    }

    /** Between a document's currency and its seller's. */
    public Found on(String legalEntityId, String currency, LocalDate day) {
        var entity = history.last(legalEntityId, LegalEntityRegistered.class)
                .orElseThrow()
                .getCurrency();
        if (entity.equals(currency)) {
            return new Rate(null);
        }
        Optional<ExchangeRate> found = rates.on(currency, entity, day);
        return found.isPresent() ? new Rate(found.get()) : new Missing(currency, entity, day);
    }
}
