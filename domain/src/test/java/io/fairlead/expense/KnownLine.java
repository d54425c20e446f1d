package io.fairlead.expense;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.ExchangeRates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pricing knows in a test: line 1 of a contract. */
final class KnownLine implements ExpenseFacts {

    private final @Nullable BilledLine line;
    private final List<ExchangeRates.Row> exchange = new ArrayList<>();

    KnownLine(String currency, @Nullable String markUp) {
        this.line = new BilledLine(currency, markUp == null ? null : new BigDecimal(markUp));
    }

    @CanIgnoreReturnValue
    KnownLine exchanging(ExchangeRate rate) {
        exchange.add(new ExchangeRates.Row(rate, rate.from().plusDays(1)));
        return this;
    }

    @Override
    public Optional<BilledLine> line(String contractId, int lineNo) {
        return contractId.equals("contract:K-1") && lineNo == 1 ? Optional.ofNullable(line) : Optional.empty();
    }

    @Override
    public ExchangeRates exchangeRates() {
        return new ExchangeRates(exchange);
    }
}
