package io.fairlead.resource;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.resource.event.AbsenceRecorded;
import io.fairlead.resource.event.CapacitySet;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.ResourceEnded;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.PersonalTexts;
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

/** A person who works for the firm, what an hour costs, and when they are there. Rules H-01 to H-04. */
@AggregateRoot
public class Resource {

    @AggregateIdentifier
    private @Nullable PersonId id;

    private @Nullable ResourceOnboarded onboarded;
    private @Nullable ResourceEnded ended;
    private final Map<String, CostRateSet> costRates = new HashMap<>();
    private final Map<String, CapacitySet> capacities = new HashMap<>(); // by first day
    private final Map<String, AbsenceRecorded> absences = new HashMap<>();

    Resource() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OnboardResource command) {
        var person = command.personId().value();
        var event = ResourceOnboarded.newBuilder()
                .setPersonId(person)
                .setLegalEntityId(command.legalEntityId().value())
                .setName(PersonalTexts.text(person, command.name()))
                .setRole(command.role())
                .setEmployment(command.employment())
                .setStartDate(command.startDate())
                .setAliases(command.aliases().stream()
                        .map(alias -> PersonalTexts.text(person, alias))
                        .toList())
                .build();
        if (StatedOnce.isNew("H-01", "the person", onboarded, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(SetCostRate command) {
        var event = CostRateSet.newBuilder()
                .setPersonId(command.personId().value())
                .setCostRateId(command.costRateId())
                .setFrom(command.from())
                .setTo(command.to())
                .setRate(command.rate())
                .setCurrency(command.currency())
                .setReason(command.reason())
                .build();
        if (StatedOnce.isNew("H-02", "the cost rate row", costRates.get(command.costRateId()), event)) {
            Recording.record(event);
        }
    }

    @CommandHandler
    void decide(SetCapacity command) {
        var event = CapacitySet.newBuilder()
                .setPersonId(command.personId().value())
                .setFrom(command.from())
                .setWeekdaySeconds(command.weekdaySeconds())
                .build();
        if (!event.equals(capacities.get(command.from().toString()))) {
            Recording.record(event);
        }
    }

    @CommandHandler
    void decide(RecordAbsence command) {
        var event = AbsenceRecorded.newBuilder()
                .setPersonId(command.personId().value())
                .setAbsenceId(command.absenceId())
                .setFrom(command.from())
                .setTo(command.to())
                .setSecondsPerDay(command.secondsPerDay())
                .setKind(command.kind())
                .build();
        if (StatedOnce.isNew("H-04", "the absence", absences.get(command.absenceId()), event)) {
            Recording.record(event);
        }
    }

    @CommandHandler
    void decide(EndResource command) {
        var event = ResourceEnded.newBuilder()
                .setPersonId(command.personId().value())
                .setLastDay(command.lastDay())
                .build();
        if (StatedOnce.isNew("H-03", "the end of the person's work", ended, event)) {
            Recording.record(event);
        }
    }

    @EventSourcingHandler
    void evolve(ResourceOnboarded event) {
        id = new PersonId(event.getPersonId());
        onboarded = event;
    }

    @EventSourcingHandler
    void evolve(CostRateSet event) {
        costRates.put(event.getCostRateId(), event);
    }

    @EventSourcingHandler
    void evolve(CapacitySet event) {
        capacities.put(event.getFrom().toString(), event);
    }

    @EventSourcingHandler
    void evolve(AbsenceRecorded event) {
        absences.put(event.getAbsenceId(), event);
    }

    @EventSourcingHandler
    void evolve(ResourceEnded event) {
        ended = event;
    }
}
