package io.fairlead.billing.fx;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The dated exchange rates of a pair of currencies, as published; one row per first day. Rule X-06. */
@AggregateRoot
public class ReferenceRates {

    @AggregateIdentifier
    private @Nullable ReferenceRatesId id;

    private final Map<LocalDate, ExchangeRateSet> rows = new HashMap<>();

    ReferenceRates() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetExchangeRate command) {
        var event = ExchangeRateSet.newBuilder()
                .setReferenceRatesId(command.referenceRatesId().value())
                .setBase(command.base())
                .setQuote(command.quote())
                .setRate(command.rate())
                .setFrom(command.from())
                .setTo(command.to())
                .setSource(command.source())
                .build();
        if (StatedOnce.isNew("X-06", "the exchange rate of that pair and day", rows.get(command.from()), event)) {
            Recording.record(event);
        }
    }

    @EventSourcingHandler
    void evolve(ExchangeRateSet event) {
        id = new ReferenceRatesId(event.getReferenceRatesId());
        rows.put(event.getFrom(), event);
    }
}
