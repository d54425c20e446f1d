package io.fairlead.time.cost;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.TransferRateSet;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.event.TimeApproved;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When a cost or transfer rate is set, work items of time that can be costed by now close by themselves; costing follows. */
@ProcessingGroup("process-cost-waiting-time")
@DisallowReplay // A rebuilt read side must not resolve again.
@Waits(Until.MASTER_DATA_SEEN) // Which the rate is, so the views hold the work items of before, too.
public class WhenRateSetThenResolve {

    private static final String ITSELF = "fairlead|process-cost-waiting-time";

    private final UncostedTimeLookup waiting;
    private final TimeCosting costing;
    private final Commands commands;
    private final StreamHistory history;

    public WhenRateSetThenResolve(
            UncostedTimeLookup waiting, TimeCosting costing, Commands commands, StreamHistory history) {
        this.waiting = waiting;
        this.costing = costing;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TransferRateSet event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve("INTERCOMPANY_RATE_MISSING", "a transfer rate was set", at, eventId);
    }

    @EventHandler
    void react(CostRateSet event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve("COST_RATE_MISSING", "a cost rate was set", at, eventId);
    }

    private void resolve(String code, String how, Instant at, String eventId) {
        for (var entry : waiting.waitingFor(code)) {
            var approved = history.last(entry, TimeApproved.class);
            if (approved.isPresent() && costing.cost(approved.get()) instanceof CostFound) {
                var resolved = new ResolveException(RaiseException.idOf(code, entry), how, ITSELF, 0, at);
                commands.send(resolved, "costed/" + entry + "/" + eventId);
            }
        }
    }
}
