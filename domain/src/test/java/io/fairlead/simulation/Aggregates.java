package io.fairlead.simulation;

import io.fairlead.billing.cash.Receipt;
import io.fairlead.billing.cash.ReceivablePolicy;
import io.fairlead.billing.credit.CreditNote;
import io.fairlead.billing.credit.CustomerCredit;
import io.fairlead.billing.fx.ReferenceRates;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.billing.invoice.NumberSeries;
import io.fairlead.billing.item.BillingItem;
import io.fairlead.billing.item.InstalmentPlan;
import io.fairlead.billing.retainer.RetainerBalance;
import io.fairlead.billing.run.BillingRun;
import io.fairlead.billing.tax.TaxRates;
import io.fairlead.contract.Contract;
import io.fairlead.contract.RateCard;
import io.fairlead.exception.WorkItem;
import io.fairlead.expense.Expense;
import io.fairlead.funding.Funding;
import io.fairlead.log.MetadataKeys;
import io.fairlead.party.Customer;
import io.fairlead.party.LegalEntity;
import io.fairlead.project.Project;
import io.fairlead.resource.Resource;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.TimeEntry;
import io.fairlead.time.cost.LabourCost;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** The real aggregates on Axon's own command bus, over the log of a history. */
final class Aggregates {

    private static final List<Class<?>> ALL = List.of(
            LegalEntity.class,
            Customer.class,
            Resource.class,
            Contract.class,
            RateCard.class,
            Project.class,
            TimeEntry.class,
            LabourCost.class,
            TaxRates.class,
            ReferenceRates.class,
            BillingItem.class,
            InstalmentPlan.class,
            RetainerBalance.class,
            Expense.class,
            BillingRun.class,
            Invoice.class,
            CreditNote.class,
            CustomerCredit.class,
            NumberSeries.class,
            Receipt.class,
            ReceivablePolicy.class,
            WorkItem.class,
            Funding.class);

    private static final Map<Class<?>, Method> TARGETS = new ConcurrentHashMap<>();

    private final CommandBus bus = SimpleCommandBus.builder().build();
    private int requests;

    Aggregates(HistoryLog log) {
        var correlation = new SimpleCorrelationDataProvider(
                MetadataKeys.CLIENT, MetadataKeys.COMMAND_ID, MetadataKeys.REQUEST_HASH);
        var _ = bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        ALL.forEach(type -> subscribe(type, log));
    }

    private <T> void subscribe(Class<T> type, HistoryLog log) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(type)
                .aggregateModel(model)
                .lockFactory(NullLockFactory.INSTANCE)
                .eventStore(log)
                .build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .aggregateModel(model)
                .repository(repository)
                .commandTargetResolver(Aggregates::target)
                .build()
                .subscribe(bus);
    }

    /**
     * Runs the command as a request of its own; its events are in the log when this returns.
     *
     * @throws RuleViolated when it is refused; then nothing is in the log
     */
    void run(Object command) {
        requests++;
        send(command);
    }

    /** Runs the command as the very request that was run last, by a store that forgot its key. */
    void runAgain(Object command) {
        send(command);
    }

    private void send(Object command) {
        var sent = Map.of(
                MetadataKeys.CLIENT, "local|sim",
                MetadataKeys.COMMAND_ID, Integer.toString(requests),
                MetadataKeys.REQUEST_HASH, command.getClass().getSimpleName());
        var answer = new Object() {
            @Nullable
            CommandResultMessage<?> message;
        };
        bus.dispatch(new GenericCommandMessage<>(command, sent), (_, result) -> answer.message = result);
        if (answer.message != null && answer.message.isExceptional()) {
            switch (answer.message.exceptionResult()) {
                case RuleViolated refused -> throw refused;
                case AggregateNotFoundException unknown ->
                    throw new RuleViolated("G-03", "id", unknown.getAggregateIdentifier() + " does not exist", "");
                case Throwable fault -> throw new IllegalStateException("failed: " + command, fault);
            }
        }
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        var command = message.getPayload();
        try {
            var accessor = TARGETS.computeIfAbsent(command.getClass(), Aggregates::accessor);
            return new VersionedAggregateIdentifier(accessor.invoke(command), null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method accessor(Class<?> command) {
        var accessor = Arrays.stream(command.getRecordComponents())
                .map(component -> component.getAccessor())
                .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .orElseThrow();
        accessor.setAccessible(true);
        return accessor;
    }
}
