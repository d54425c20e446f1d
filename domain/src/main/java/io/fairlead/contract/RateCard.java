package io.fairlead.contract;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Dated prices of one owner. Rows are added and ended, never changed. Rules. */
@AggregateRoot
public class RateCard {

    private static final Set<String> OWNER_KINDS = Set.of("legal-entity", "customer", "project", "contract");

    @AggregateIdentifier
    private @Nullable RateCardId id;

    private @Nullable String owner;
    private final Map<String, RateSet> rows = new HashMap<>();
    private final Map<String, LocalDate> ends = new HashMap<>();

    RateCard() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SetRate command) {
        requireOwner(command);
        var event = asEvent(command);
        if (StatedOnce.isNew("R-03", "the row", rows.get(command.rateId()), event)) {
            Recording.record(event);
        }
    }

    @CommandHandler
    void decide(EndRate command) {
        var row = rows.get(command.rateId());
        if (row == null) {
            throw new RuleViolated("R-04", "rateId", "the card has no row " + command.rateId(), "name one of its rows");
        }
        if (!command.to().isAfter(row.getFrom())) {
            throw new RuleViolated("R-04", "to", "the row begins on " + row.getFrom(), "end it after that day");
        }
        if (command.to().equals(ends.get(command.rateId()))) {
            return; // It ends then already.
        }
        Recording.record(RateEnded.newBuilder()
                .setRateCardId(command.rateCardId().value())
                .setRateId(command.rateId())
                .setTo(command.to())
                .setReason(command.reason())
                .build());
    }

    private void requireOwner(SetRate command) {
        var kind = command.owner().substring(0, Math.max(0, command.owner().indexOf(':')));
        if (!OWNER_KINDS.contains(kind)) {
            throw new RuleViolated(
                    "R-01",
                    "owner",
                    "'" + command.owner() + "' owns no rate card",
                    "name legal-entity:, customer:, project: or contract:<key>");
        }
        if (command.lineNo() != null && !kind.equals("contract")) {
            throw new RuleViolated("R-01", "lineNo", "only a contract's card has lines", "leave lineNo out");
        }
        if (owner != null && !owner.equals(command.owner())) {
            throw new RuleViolated("R-02", "owner", "the card belongs to " + owner, "use a card of its own");
        }
    }

    private static RateSet asEvent(SetRate command) {
        return RateSet.newBuilder()
                .setRateCardId(command.rateCardId().value())
                .setRateId(command.rateId())
                .setOwner(command.owner())
                .setLineNo(command.lineNo())
                .setPersonId(
                        command.personId() == null ? null : command.personId().value())
                .setRole(command.role())
                .setWorkType(command.workType())
                .setRate(command.rate())
                .setCurrency(command.currency())
                .setUnit(command.unit())
                .setFrom(command.from())
                .setTo(command.to())
                .setReason(command.reason())
                .build();
    }

    @EventSourcingHandler
    void evolve(RateSet event) {
        id = new RateCardId(event.getRateCardId());
        owner = event.getOwner();
        rows.put(event.getRateId(), event);
        if (event.getTo() != null) {
            ends.put(event.getRateId(), Objects.requireNonNull(event.getTo()));
        }
    }

    @EventSourcingHandler
    void evolve(RateEnded event) {
        ends.put(event.getRateId(), event.getTo());
    }
}
