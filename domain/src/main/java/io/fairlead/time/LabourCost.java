package io.fairlead.time;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import io.fairlead.shared.Wire;
import io.fairlead.time.event.TimeCosted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one entry of approved time cost. Apart from the entry, since it reveals pay. Rule T-09. */
@AggregateRoot
public class LabourCost {

    @AggregateIdentifier
    private @Nullable LabourCostId id;

    private @Nullable TimeCosted costed;

    LabourCost() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(CostTime command) {
        var event = asEvent(command);
        if (Once.isNew("T-09", "the cost of this version", costed, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    private static TimeCosted asEvent(CostTime command) {
        var target = command.target();
        var amount = command.rate().times(command.seconds());
        var event = TimeCosted.newBuilder()
                .setLabourCostId(command.labourCostId().value())
                .setTimeEntryId(command.timeEntryId().value())
                .setVersion(command.version())
                .setPersonId(command.personId().value())
                .setProjectId(target.projectId().value())
                .setContractId(target.contractId().value())
                .setCustomerId(target.customerId().value())
                .setLegalEntityId(target.legalEntityId().value())
                .setResourceEntityId(command.resourceEntityId().value())
                .setCostRateId(command.costRateId())
                .setRate(command.rate().perUnit())
                .setSeconds(command.seconds())
                .setAmount(Wire.amount(amount))
                .setCurrency(amount.getCurrencyUnit().getCode())
                .setServiceDate(command.workDate())
                .setAccountingDate(command.workDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setEmployment(command.employment());
        inOtherCurrencies(event, command);
        return event.build();
    }

    /** R13: the cost as the person's rate has it, and as the seller's books have it, where those are others. */
    private static void inOtherCurrencies(TimeCosted.Builder event, CostTime command) {
        var rate = command.rate();
        var own = rate.own().times(command.seconds());
        var fx = rate.fx();
        if (fx != null) {
            event.setOwnAmount(Wire.amount(own))
                    .setOwnCurrency(own.getCurrencyUnit().getCode())
                    .setFx(fx.asEvent());
        }
        var books = command.books();
        if (books != null) {
            var toBooks = books.fx();
            event.setEntityAmount(Wire.amount(toBooks == null ? own : toBooks.convert(own)))
                    .setEntityCurrency(books.code());
        }
    }

    @EventSourcingHandler
    void evolve(TimeCosted event) {
        id = new LabourCostId(event.getLabourCostId());
        costed = event;
    }
}
