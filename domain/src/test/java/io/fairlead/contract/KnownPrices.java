package io.fairlead.contract;

import static io.fairlead.testing.Cast.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.event.TimeApproved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pricing knows in a test: Ana, a consultant, on line 1 of a contract in EUR from 1 to 31 March. */
final class KnownPrices implements PricingFacts {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final LocalDate AFTER = LocalDate.of(2026, 4, 1);

    @Nullable
    Terms terms = new Terms(null, "EUR", FIRST, AFTER, TimeRounding.NONE);

    @Nullable
    String method = "TIME_AND_MATERIALS";

    @Nullable
    String role = "Consultant";

    DaySoFar day = new DaySoFar(0, 0);
    private final List<RateRow> rows = new ArrayList<>();
    private final List<ExchangeRates.Row> exchange = new ArrayList<>();
    final List<RateQuestion> questions = new ArrayList<>();

    @CanIgnoreReturnValue
    KnownPrices with(String id, String owner, String rate, String currency) {
        rows.add(new RateRow(
                "rate-card:standard",
                id,
                owner,
                null,
                null,
                null,
                null,
                Rate.hourly(wire(rate), currency),
                "HOUR",
                FIRST.minusYears(1),
                null,
                1));
        return this;
    }

    @CanIgnoreReturnValue
    KnownPrices exchanging(String base, String quote, String rate) {
        exchange.add(new ExchangeRates.Row(rate(base, quote, rate), null));
        return this;
    }

    static ExchangeRate rate(String base, String quote, String rate) {
        return new ExchangeRate(base, quote, new BigDecimal(rate), FIRST, "ECB");
    }

    @Override
    public Optional<Terms> terms(String contractId) {
        return contractId.equals("contract:K-1") ? Optional.ofNullable(terms) : Optional.empty();
    }

    @Override
    public Optional<String> method(String contractId, int lineNo) {
        return contractId.equals("contract:K-1") && lineNo == 1 ? Optional.ofNullable(method) : Optional.empty();
    }

    @Override
    public Optional<String> role(String personId) {
        return personId.equals("person:ana") ? Optional.ofNullable(role) : Optional.empty();
    }

    @Override
    public Collection<RateRow> rows(RateQuestion question) {
        questions.add(question);
        return rows;
    }

    @Override
    public ExchangeRates exchangeRates() {
        return new ExchangeRates(exchange);
    }

    @Override
    public DaySoFar dayOf(TimeApproved entry) {
        return day;
    }
}
