package io.fairlead.operation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.operation.event.BreakGlassGranted;
import io.fairlead.operation.event.BreakGlassUsed;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Roles that were given for some hours, and each use of them. A grant ends by itself. Rules S-01 to S-04. */
@AggregateRoot
public class BreakGlass {

    @AggregateIdentifier
    private @Nullable BreakGlassId id;

    private final List<BreakGlassGranted> grants = new ArrayList<>();

    BreakGlass() {} // Axon creates it empty, then evolves it from its events.

    /** The grant by which somebody may use one of the roles at that moment; of several the one that ends last. */
    public static Optional<BreakGlassGranted> holding(
            StreamHistory history, String actor, Set<String> roles, Instant at) {
        return holding(history.all(BreakGlassId.FIRM.value(), BreakGlassGranted.class), actor, roles, at);
    }

    private static Optional<BreakGlassGranted> holding(
            Collection<BreakGlassGranted> grants, String actor, Set<String> roles, Instant at) {
        return grants.stream()
                .filter(grant -> grant.getGrantedTo().equals(actor) && roles.contains(grant.getRole()))
                .filter(grant -> !at.isBefore(grant.getGrantedAt()) && at.isBefore(grant.getEndsAt()))
                .reduce((one, other) -> other.getEndsAt().isBefore(one.getEndsAt()) ? one : other);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(GrantBreakGlass command) {
        for (var grant : grants) {
            if (grant.getGrantId().equals(command.grantId())) {
                if (!isSame(grant, command)) {
                    throw new RuleViolated(
                            "S-04", "grantId", "there is another grant of this key", "give another key, or none");
                }
                return; // It is given already.
            }
        }
        command.requireAnother();
        var event = BreakGlassGranted.newBuilder()
                .setBreakGlassId(command.breakGlassId().value())
                .setGrantId(command.grantId())
                .setGrantedTo(command.grantedTo())
                .setRole(command.role())
                .setReason(command.reason())
                .setGrantedBy(command.grantedBy())
                .setGrantedAt(command.at())
                .setEndsAt(command.endsAt())
                .build();
        Recording.record(event);
    }

    private static boolean isSame(BreakGlassGranted grant, GrantBreakGlass command) {
        return grant.getGrantedTo().equals(command.grantedTo())
                && grant.getRole().equals(command.role());
    }

    @CommandHandler
    void decide(UseBreakGlass command) {
        var grant = holding(grants, command.usedBy(), command.roles(), command.at())
                .orElseThrow(() -> new RuleViolated(
                        "S-03", "usedBy", "no role that was given for some hours holds now", "ask for it again"));
        Recording.record(BreakGlassUsed.newBuilder()
                .setBreakGlassId(command.breakGlassId().value())
                .setGrantId(grant.getGrantId())
                .setUsedBy(command.usedBy())
                .setRequest(command.request())
                .setCorrelationId(command.correlationId())
                .setUsedAt(command.at())
                .build());
    }

    @EventSourcingHandler
    void evolve(BreakGlassGranted event) {
        id = new BreakGlassId(event.getBreakGlassId());
        grants.add(event);
    }

    @EventSourcingHandler
    void evolve(BreakGlassUsed event) {
        // A use changes nothing of the grant.
    }
}
