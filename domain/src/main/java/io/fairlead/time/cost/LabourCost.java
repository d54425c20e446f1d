package io.fairlead.time.cost;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import java.math.BigDecimal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one entry of approved time cost. Apart from the entry, since it reveals pay; it follows the worked time. Rule T-09. */
@AggregateRoot
public class LabourCost {

    @AggregateIdentifier
    private @Nullable LabourCostId id;

    private @Nullable TimeCosted costed;
    private int seconds;
    private @Nullable Money amount;
    private BigDecimal transferred = BigDecimal.ZERO;

    LabourCost() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(CostTime command) {
        var event = CostEvents.costed(command);
        var known = costed;
        if (known != null && known.getVersion() > event.getVersion()) {
            return; // That approval was taken back meanwhile.
        }
        if (known != null && known.getVersion() < event.getVersion()) {
            Recording.record(CostEvents.approvedAnew(event, before()), event.getLegalEntityId());
        } else if (StatedOnce.isNew("T-09", "the cost of this version", known, CostEvents.asKnown(event, known))) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(RecostTime command) {
        var known = requireNonNull(costed);
        if (command.version() >= known.getVersion() && command.seconds() != seconds) {
            var event = CostEvents.recosted(known, command.seconds(), before());
            Recording.record(event, known.getLegalEntityId());
        }
    }

    private CostEvents.Before before() {
        return new CostEvents.Before(seconds, requireNonNull(amount), transferred);
    }

    @EventSourcingHandler
    void evolve(TimeCosted event) {
        id = new LabourCostId(event.getLabourCostId());
        costed = event;
        seconds = event.getSeconds();
        amount = CostEvents.money(event);
        transferred = CostEvents.paid(event.getTransfer());
    }

    @EventSourcingHandler
    void evolve(TimeRecosted event) {
        transferred = CostEvents.paid(event.getTransfer());
        seconds = event.getSeconds();
        amount = WireAmount.money(event.getAmount(), event.getCurrency());
        // Another approval counts from now on; a part of the same one leaves its full cost as the measure.
        if (event.getVersion() > requireNonNull(costed).getVersion()) {
            costed = TimeCosted.newBuilder(costed)
                    .setVersion(event.getVersion())
                    .setCostRateId(event.getCostRateId())
                    .setRate(event.getRate())
                    .setSeconds(event.getSeconds())
                    .setAmount(event.getAmount())
                    .setTransfer(event.getTransfer())
                    .setFx(event.getFx() == null ? costed.getFx() : event.getFx())
                    .build();
        }
    }
}
