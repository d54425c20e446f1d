package io.fairlead.billing.fx;

import io.fairlead.shared.ExchangeRate;
import java.time.LocalDate;
import java.util.Optional;

/** Port: dated exchange rates. */
public interface ExchangeRateLookup {

    /**
     * The rate between two currencies that holds on the day, published either way round: the latest first day wins. Empty
     * when there is none; a missing rate is never 1.
     */
    Optional<ExchangeRate> on(String one, String other, LocalDate day);
}
