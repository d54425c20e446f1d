package io.fairlead.revenue;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.revenue.RevenueToDate.Earned;
import io.fairlead.revenue.RevenueToDate.Unknown;
import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueRecognised;
import io.fairlead.shared.Check;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A promise of a contract and the revenue booked for it, close by close. Rules O-01 to O-04. */
@AggregateRoot
public class PerformanceObligation {

    @AggregateIdentifier
    private @Nullable ObligationId id;

    private @Nullable ObligationOpened opened;
    private BigDecimal booked = BigDecimal.ZERO;
    private final Set<String> closes = new HashSet<>();
    private final Map<String, ObligationModified> modifications = new LinkedHashMap<>();

    PerformanceObligation() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OpenObligation command) {
        Check.payableOrNull("price", command.price(), command.currency());
        var event = ObligationEvents.opened(command);
        if (StatedOnce.isNew("O-01", "the obligation", opened, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(RecogniseRevenue command) {
        if (closes.contains(command.closeId())) {
            return; // This close has booked.
        }
        var terms = terms();
        var earned = earned(terms, command.inputs());
        if (earned.amount().compareTo(booked) == 0) {
            return; // Nothing was earned since.
        }
        Recording.recordAsDated(
                ObligationEvents.recognised(facts(), terms, command, earned.amount(), booked),
                facts().getLegalEntityId());
    }

    @CommandHandler
    void decide(ModifyObligation command) {
        if (command.treatment() == Treatment.SEPARATE) {
            throw new RuleViolated(
                    "O-03", "treatment", "a separate promise changes no other", "open an obligation of its own");
        }
        Check.payableOrNull("price", command.price(), facts().getCurrency());
        var before = terms();
        var event = ObligationEvents.modified(facts(), command, kept(before, command));
        var known = modifications.get(command.modificationId());
        if (known != null && ObligationEvents.isRepeat(known, event)) {
            return; // It has changed already.
        }
        if (StatedOnce.isNew("O-04", "the change", known, event)) {
            record(event);
            if (command.treatment() == Treatment.CATCH_UP) {
                catchUp(command);
            }
        }
    }

    /** The change is recorded by now, so that the terms know it. */
    private void catchUp(ModifyObligation command) {
        var terms = terms();
        // What is counted (time, bills, results) follows no price: only shares of a price are worked out anew.
        if (terms.method().sharesPrice()
                && RevenueToDate.of(terms, command.inputs()) instanceof Earned(var toDate, var loss)
                && toDate.compareTo(booked) != 0) {
            record(ObligationEvents.caughtUp(facts(), terms, command, toDate, booked));
        }
    }

    /** What a prospective change leaves alone: revenue to its day by the terms until then. */
    private static BigDecimal kept(RevenueTerms before, ModifyObligation command) {
        return command.treatment() == Treatment.PROSPECTIVE
                        && RevenueToDate.of(before, command.inputs()) instanceof Earned(var toDate, var loss)
                ? toDate
                : BigDecimal.ZERO.setScale(4);
    }

    private static Earned earned(RevenueTerms terms, RevenueInputs inputs) {
        return switch (RevenueToDate.of(terms, inputs)) {
            case Earned earned -> earned;
            case Unknown(var code, var sentence) -> throw new RuleViolated("O-02", "inputs", sentence, code);
        };
    }

    private RevenueTerms terms() {
        return ObligationEvents.terms(facts(), List.copyOf(modifications.values()));
    }

    private ObligationOpened facts() {
        return Objects.requireNonNull(opened);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, facts().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(ObligationOpened event) {
        id = new ObligationId(event.getObligationId());
        opened = event;
    }

    @EventSourcingHandler
    void evolve(ObligationModified event) {
        modifications.put(event.getModificationId(), event);
    }

    @EventSourcingHandler
    void evolve(RevenueRecognised event) {
        booked = event.getToDate();
        closes.add(event.getCloseId());
    }

    @EventSourcingHandler
    void evolve(CumulativeCatchUpRecognised event) {
        booked = event.getToDate();
    }
}
