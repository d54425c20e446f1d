package io.fairlead.billing.tax;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The dated tax rates of one company; one row per code and first day. Rule X-01. */
@AggregateRoot
public class TaxRates {

    @AggregateIdentifier
    private @Nullable TaxRatesId id;

    private final Map<String, TaxRateSet> rows = new HashMap<>();

    TaxRates() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetTaxRate command) {
        var event = TaxRateSet.newBuilder()
                .setTaxRatesId(command.taxRatesId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setCategory(command.category())
                .setRate(command.rate())
                .setFrom(command.from())
                .setTo(command.to())
                .setSource(command.source())
                .setCode(command.code() == null ? null : command.taxCode())
                .setRegion(command.region())
                .build();
        if (StatedOnce.isNew("X-01", "the tax rate of that code and day", rows.get(key(event)), event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    private static String key(TaxRateSet row) {
        return (row.getCode() == null ? row.getCategory() : row.getCode()) + " " + row.getFrom();
    }

    @EventSourcingHandler
    void evolve(TaxRateSet event) {
        id = new TaxRatesId(event.getTaxRatesId());
        rows.put(key(event), event);
    }
}
