package io.fairlead.app.wiring;

import io.fairlead.app.accounting.DatesEvents;
import io.fairlead.app.accounting.LogAccountingDays;
import io.fairlead.app.accounting.RecentBooks;
import io.fairlead.app.company.BoundCommandDoor;
import io.fairlead.app.company.ThingsOfCompanies;
import io.fairlead.app.content.ChecksContent;
import io.fairlead.app.content.KnowsPeople;
import io.fairlead.app.lookup.RegisteredNames;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.web.Streams;
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
import io.fairlead.contract.Deal;
import io.fairlead.contract.RateCard;
import io.fairlead.exception.WorkItem;
import io.fairlead.expense.Expense;
import io.fairlead.funding.Funding;
import io.fairlead.operation.BreakGlass;
import io.fairlead.operation.OperatorActions;
import io.fairlead.party.Customer;
import io.fairlead.party.LegalEntity;
import io.fairlead.project.Project;
import io.fairlead.resource.HolidayCalendar;
import io.fairlead.resource.MappedIdentity;
import io.fairlead.resource.Resource;
import io.fairlead.resource.TransferRates;
import io.fairlead.revenue.AccountingPeriod;
import io.fairlead.revenue.PerformanceObligation;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.CommandExpiry;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.axon.AxonSetup;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.FairleadEventStore;
import io.fairlead.time.TimeEntry;
import io.fairlead.time.cost.LabourCost;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store, the aggregates, and the one door for commands. */
@Configuration(proxyBeanMethods = false)
public class CommandSide {

    /** All kinds of aggregates. */
    public static final List<Class<?>> AGGREGATES = List.of(
            LegalEntity.class,
            Customer.class,
            Resource.class,
            HolidayCalendar.class,
            MappedIdentity.class,
            TransferRates.class,
            Deal.class,
            Contract.class,
            Funding.class,
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
            PerformanceObligation.class,
            AccountingPeriod.class,
            OperatorActions.class,
            BreakGlass.class);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "close")
    PostgresStore store(@Qualifier("storeConnections") DataSource connections, InstantSource clock) {
        return new PostgresStore(connections, clock, StoreLimits.DEFAULT);
    }

    @Bean(destroyMethod = "close")
    CommandExpiry commandExpiry(PostgresStore store, InstantSource clock) {
        return new CommandExpiry(store.commands(), clock);
    }

    @Bean
    EventCodec codec(PostgresStore store) {
        return new EventCodec(store.log());
    }

    @Bean
    Streams streams(PostgresStore store) {
        return stream -> {
            var head = store.log().head(stream);
            return new Streams.Standing(head.events(), head.lastPosition());
        };
    }

    @Bean
    RecentBooks books(PostgresStore store, EventCodec codec) {
        return new RecentBooks(new LogAccountingDays(new LogHistory(store.log(), codec)));
    }

    @Bean(destroyMethod = "close")
    AxonSetup axon(
            PostgresStore store, RecentBooks books, @Qualifier(ReadSide.WHOLE) DSLContext views, InstantSource clock) {
        var people = new KnowsPeople(new RegisteredNames(views, System::nanoTime));
        var axon = new AxonSetup(store, AGGREGATES, List.of(new ChecksContent(clock), people, new DatesEvents(books)));
        requireOwnParts(axon);
        return axon;
    }

    @Bean
    CommandDoor commandDoor(AxonSetup axon, ThingsOfCompanies things) {
        return new BoundCommandDoor(axon.door(), things);
    }

    /**
     * Axon falls back to parts of its own without a word. The append commits in the appender's transaction, so no command may
     * have one of its own, and no event processor of Axon's may run inside a command.
     */
    private static void requireOwnParts(AxonSetup axon) {
        var configuration = axon.configuration();
        if (!(configuration.eventStore() instanceof FairleadEventStore)
                || configuration.getComponent(TransactionManager.class) != NoTransactionManager.INSTANCE
                || configuration.getModules().stream().anyMatch(EventProcessingConfiguration.class::isInstance)) {
            throw new IllegalStateException("Axon was configured with parts that are not Fairlead's");
        }
    }
}
