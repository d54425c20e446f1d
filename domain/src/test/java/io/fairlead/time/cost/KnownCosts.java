package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What costing knows in a test: Ana, employed by the company that sells her time in EUR and keeps its books in EUR. */
public final class KnownCosts implements CostingFacts {

    public static final LocalDate EVER = LocalDate.of(2026, 1, 1);

    @Nullable
    public String contractCurrency = "EUR";

    @Nullable
    public String zone = "Europe/Berlin";

    @Nullable
    public Employment employment = new Employment("legal-entity:GMBH", "EMPLOYEE");

    @Nullable
    public String bookCurrency = "EUR";

    private final List<CostRow> rows = new ArrayList<>();
    private final List<TransferRow> transfers = new ArrayList<>();
    private final List<ExchangeRates.Row> exchange = new ArrayList<>();

    @CanIgnoreReturnValue
    public KnownCosts with(
            String id, String rate, String currency, LocalDate from, @Nullable LocalDate to, long position) {
        rows.add(new CostRow(id, Rate.hourly(wire(rate), currency), from, to, position));
        return this;
    }

    @CanIgnoreReturnValue
    public KnownCosts with(String id, String rate, String currency) {
        return with(id, rate, currency, EVER, null, 1);
    }

    @CanIgnoreReturnValue
    public KnownCosts exchanging(String base, String quote, String rate) {
        exchange.add(new ExchangeRates.Row(rate(base, quote, rate), null));
        return this;
    }

    public static ExchangeRate rate(String base, String quote, String rate) {
        return new ExchangeRate(base, quote, new BigDecimal(rate), EVER, "ECB");
    }

    @Override
    public Optional<String> contractCurrency(String contractId) {
        return contractId.equals("contract:K-1") ? Optional.ofNullable(contractCurrency) : Optional.empty();
    }

    @Override
    public Optional<String> zone(String projectId) {
        return projectId.equals("project:P-1") ? Optional.ofNullable(zone) : Optional.empty();
    }

    @Override
    public Optional<Employment> employment(String personId) {
        return personId.equals("person:ana") ? Optional.ofNullable(employment) : Optional.empty();
    }

    @CanIgnoreReturnValue
    public KnownCosts lending(String id, @Nullable String role, String rate, String currency, LocalDate from) {
        transfers.add(new TransferRow(
                id,
                "legal-entity:INC",
                "legal-entity:GMBH",
                role,
                Rate.hourly(wire(rate), currency),
                from,
                null,
                transfers.size() + 1L));
        return this;
    }

    @Override
    public Optional<String> role(String personId) {
        return Optional.of("Consultant");
    }

    @Override
    public Collection<TransferRow> transferRows(String employerId) {
        return employerId.equals("legal-entity:INC") ? transfers : List.of();
    }

    @Override
    public Collection<CostRow> costRows(String personId) {
        return personId.equals("person:ana") ? rows : List.of();
    }

    @Override
    public Optional<String> bookCurrency(String legalEntityId) {
        return legalEntityId.equals("legal-entity:GMBH") ? Optional.ofNullable(bookCurrency) : Optional.empty();
    }

    @Override
    public ExchangeRates exchangeRates() {
        return new ExchangeRates(exchange);
    }
}
