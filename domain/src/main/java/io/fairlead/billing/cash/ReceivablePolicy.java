package io.fairlead.billing.cash;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import io.fairlead.shared.StreamHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** How one company treats money that comes in: from each day on, as it was said last for it. */
@AggregateRoot
public class ReceivablePolicy {

    @AggregateIdentifier
    private @Nullable ReceivablePolicyId id;

    private final Map<String, ReceivablePolicySet> byDay = new HashMap<>();

    ReceivablePolicy() {} // Axon creates it empty, then evolves it from its events.

    /** The one that holds on a day; empty means: {@link ApplicationBasis#OLDEST_FIRST}, nothing written off, no discount. */
    public static Optional<ReceivablePolicySet> on(StreamHistory history, String legalEntityId, LocalDate day) {
        var id = ReceivablePolicyId.of(new LegalEntityId(legalEntityId));
        ReceivablePolicySet holds = null;
        for (var set : history.all(id.value(), ReceivablePolicySet.class)) {
            if (!set.getFrom().isAfter(day) && (holds == null || !set.getFrom().isBefore(holds.getFrom()))) {
                holds = set;
            }
        }
        return Optional.ofNullable(holds);
    }

    /** Whether a bad debt of that day gives up its part of the tax. */
    public static boolean isBadDebtTaxLowered(StreamHistory history, InvoiceIssued invoice, LocalDate day) {
        return on(history, invoice.getLegalEntityId(), day)
                .map(policy -> policy.getBadDebtTax().equals("LOWERED"))
                .orElse(true);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetReceivablePolicy command) {
        var event = ReceivablePolicySet.newBuilder()
                .setReceivablePolicyId(command.policyId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setFrom(command.from())
                .setApplication(command.application())
                .setSmallRest(command.smallRest())
                .setCurrency(command.currency())
                .setDiscountRate(command.discountRate())
                .setDiscountDays(command.discountDays())
                .setBadDebtTax(command.badDebtTax())
                .setSetBy(command.setBy())
                .build();
        var known = byDay.get(command.from().toString());
        if (known == null || !StatedOnce.isSame(known, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @EventSourcingHandler
    void evolve(ReceivablePolicySet event) {
        id = new ReceivablePolicyId(event.getReceivablePolicyId());
        byDay.put(event.getFrom().toString(), event);
    }
}
