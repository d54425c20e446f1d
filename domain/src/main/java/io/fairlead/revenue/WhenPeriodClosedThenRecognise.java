package io.fairlead.revenue;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/** When a period is closed, what each obligation has earned is booked, once. What cannot be worked out becomes an exception. */
@ProcessingGroup("process-recognise-revenue")
@DisallowReplay // A rebuilt read side must not book again.
@Waits(Until.VIEWS_SEEN)
public class WhenPeriodClosedThenRecognise {

    private final RevenueInputsLookup inputs;
    private final Commands commands;

    public WhenPeriodClosedThenRecognise(RevenueInputsLookup inputs, Commands commands) {
        this.inputs = inputs;
        this.commands = commands;
    }

    @EventHandler
    void react(PeriodClosed event, @Timestamp Instant at) {
        var to = event.getTo();
        if (to == null) {
            return; // The company ends: nothing is earned on days without end.
        }
        var orders = new ArrayList<Keyed>();
        for (var facts : inputs.before(event.getLegalEntityId(), to)) {
            var proposal = RevenueProposal.of(facts);
            var key = event.getCloseId() + "/" + facts.obligationId();
            var delta = proposal.delta();
            if (delta != null && delta.signum() != 0) {
                orders.add(new Keyed(recognise(facts, event, to.minusDays(1)), "recognise/" + key));
            }
            if (proposal.code() != null) {
                orders.add(new Keyed(raise(proposal, event, at), "recognise-open/" + key));
            }
        }
        for (var answer : commands.sendAll(orders)) {
            if (answer instanceof Refused(var reason)) {
                throw reason;
            }
        }
    }

    private static RecogniseRevenue recognise(RevenueInputsLookup.Inputs facts, PeriodClosed event, LocalDate lastDay) {
        return new RecogniseRevenue(
                facts.obligationId(), event.getCloseId(), event.getPeriod(), lastDay, lastDay, facts.inputs());
    }

    private static RaiseException raise(RevenueProposal proposal, PeriodClosed event, Instant at) {
        var loss = proposal.expectedLoss();
        return RaiseException.restating(
                String.valueOf(proposal.code()),
                proposal.facts().obligationId().value(),
                String.valueOf(proposal.sentence()),
                OwnerRole.PMO,
                stake(loss, proposal.facts().terms().currency().getCode()),
                event.getLegalEntityId(),
                at);
    }

    private static @Nullable Stake stake(BigDecimal loss, String currency) {
        return loss.signum() > 0 ? new Stake(loss, currency) : null;
    }
}
