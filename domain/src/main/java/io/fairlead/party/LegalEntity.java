package io.fairlead.party;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A company of the firm that contracts, employs and bills. Rules P-01. */
@AggregateRoot
public class LegalEntity {

    @AggregateIdentifier
    private @Nullable LegalEntityId id;

    private @Nullable LegalEntityRegistered registered;

    LegalEntity() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RegisterLegalEntity command) {
        var event = LegalEntityRegistered.newBuilder()
                .setLegalEntityId(command.legalEntityId().value())
                .setName(command.name())
                .setCountry(command.country())
                .setCurrency(command.currency())
                .setSellerTaxId(command.sellerTaxId())
                .setZone(command.zone())
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries(command.invoiceSeries())
                .setStandardRateCardId(command.standardRateCardId().value())
                .setHolidayCalendarId(
                        command.holidayCalendarId() == null
                                ? null
                                : command.holidayCalendarId().value())
                .build();
        if (Once.isNew("P-01", "the legal entity", registered, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @EventSourcingHandler
    void evolve(LegalEntityRegistered event) {
        id = new LegalEntityId(event.getLegalEntityId());
        registered = event;
    }
}
