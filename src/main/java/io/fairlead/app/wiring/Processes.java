package io.fairlead.app.wiring;

import io.fairlead.app.lookup.MasterDataChanges;
import io.fairlead.app.lookup.PriceTables;
import io.fairlead.app.lookup.ViewDeals;
import io.fairlead.app.lookup.ViewExchangeRates;
import io.fairlead.app.lookup.ViewExpenseTerms;
import io.fairlead.app.lookup.ViewParties;
import io.fairlead.app.lookup.ViewRates;
import io.fairlead.app.lookup.ViewRepricing;
import io.fairlead.app.lookup.ViewUnbilledWork;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.process.ProcessCommands;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import io.fairlead.billing.ExchangeRateLookup;
import io.fairlead.billing.TaxOfDraft;
import io.fairlead.billing.WhenBillingRunStartedThenDraft;
import io.fairlead.billing.WhenCreditGrantedThenDraft;
import io.fairlead.billing.WhenCreditNoteIssuedThenSettle;
import io.fairlead.billing.WhenCreditNoteStagedThenIssue;
import io.fairlead.billing.WhenInstalmentsScheduledThenSchedule;
import io.fairlead.billing.WhenInvoiceDraftedThenCheckTax;
import io.fairlead.billing.WhenInvoiceSettledThenSettleLines;
import io.fairlead.billing.WhenInvoiceStagedThenIssue;
import io.fairlead.billing.WhenMilestoneAgreedThenBill;
import io.fairlead.billing.WhenPaymentReceivedThenApply;
import io.fairlead.billing.WhenPostingRefusedThenRaise;
import io.fairlead.billing.WhenProgressReportedThenBill;
import io.fairlead.billing.WhenRateChangedThenReprice;
import io.fairlead.billing.WhenRetainerBilledThenFill;
import io.fairlead.billing.WhenTimeApprovedThenPrice;
import io.fairlead.billing.WhenTimeChangeRequestedThenRemoveLine;
import io.fairlead.contract.WhenOpportunityWonThenSign;
import io.fairlead.expense.WhenExpenseApprovedThenPrice;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.WhenCreditNoteApprovedThenStage;
import io.fairlead.gateway.erp.WhenCustomerOrProjectKnownThenDeliver;
import io.fairlead.gateway.erp.WhenInvoiceApprovedThenStage;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.time.WhenBilledTimeChangesThenRaise;
import io.fairlead.time.WhenTimeApprovedThenCost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes, one runner each. */
@Configuration(proxyBeanMethods = false)
class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    ProcessStore processStore(DataSource connections) {
        return new ProcessStore(JdbcClient.create(connections));
    }

    @Bean
    History history(EventLog log, EventCodec codec) {
        return new LogHistory(log, codec);
    }

    @Bean
    Commands processCommands(CommandDoor door) {
        return new ProcessCommands(door);
    }

    @Bean
    ParkOrders parkOrders(DataSource connections) {
        return new ParkOrders(JdbcClient.create(connections));
    }

    @Bean
    RunningProcesses runningProcesses(
            EventLog log,
            EventCodec codec,
            ProcessStore store,
            ParkOrders orders,
            ProjectionEngine engine,
            DSLContext views,
            Commands commands,
            History history,
            ErpGateway erp,
            TaxOfDraft taxes) {
        var changes = new MasterDataChanges(log);
        var ratesKnown = new AtomicLong();
        var prices = new PriceTables(views, ratesKnown::get);
        var rates = new ViewRates(prices);
        // An approval carries what it was about: only rates, contracts and people must have come as far as the views.
        LongConsumer ratesReach = position -> {
            long changed = changes.lastUpTo(position);
            require(engine, changed);
            ratesKnown.accumulateAndGet(changed, Math::max);
        };
        Runnable viewsReachHead = () -> require(engine, log.head());
        LongConsumer viewsReach = position -> require(engine, position);
        var repricing = new ProcessRunner(
                new WhenRateChangedThenReprice(new ViewRepricing(views, prices), commands),
                log,
                codec,
                store,
                orders,
                position -> {
                    ratesReach.accept(position);
                    require(engine, position);
                });
        var pricing = Stream.of(
                        new WhenTimeApprovedThenPrice(rates::price, commands, history),
                        new WhenTimeApprovedThenCost(rates::cost, commands, history),
                        new WhenExpenseApprovedThenPrice(new ViewExpenseTerms(views, prices), commands, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, ratesReach));
        var exchange = new ViewExchangeRates(views);
        var lookingThingsUp = Stream.of(
                        new WhenOpportunityWonThenSign(new ViewDeals(views), commands, history),
                        new WhenBillingRunStartedThenDraft(
                                new ViewUnbilledWork(views, viewsReachHead), commands, history),
                        new WhenInvoiceDraftedThenCheckTax(taxes, commands, history),
                        new WhenInvoiceStagedThenIssue(new ViewParties(views), exchange, commands, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, viewsReach));
        // These ask the log alone, so they need not wait for any view.
        ExchangeRateLookup exchangeNow = (one, other, day) -> {
            viewsReachHead.run(); // Most money is in the books' own currency and waits for no view.
            return exchange.on(one, other, day);
        };
        var others = Stream.of(
                        new WhenMilestoneAgreedThenBill(commands),
                        new WhenInstalmentsScheduledThenSchedule(commands),
                        new WhenProgressReportedThenBill(commands, history),
                        new WhenRetainerBilledThenFill(commands, history),
                        new WhenInvoiceSettledThenSettleLines(commands, history),
                        new WhenCreditGrantedThenDraft(commands),
                        new WhenCreditNoteStagedThenIssue(commands, history),
                        new WhenCreditNoteIssuedThenSettle(commands),
                        new WhenTimeChangeRequestedThenRemoveLine(commands),
                        new WhenPaymentReceivedThenApply(exchangeNow, commands, history),
                        new WhenPostingRefusedThenRaise(commands, history),
                        new WhenBilledTimeChangesThenRaise(commands, history),
                        new WhenCustomerOrProjectKnownThenDeliver(erp, history),
                        new WhenInvoiceApprovedThenStage(erp, history),
                        new WhenCreditNoteApprovedThenStage(erp, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, _ -> {}));
        return new RunningProcesses(
                Stream.of(pricing, Stream.of(repricing), lookingThingsUp, others)
                        .flatMap(runners -> runners)
                        .toList(),
                store);
    }

    /** A process that looked things up in a view behind its event would decide on what was. */
    private static void require(ProjectionEngine engine, long position) {
        if (!engine.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("the views have not reached position " + position + " within " + PATIENCE);
        }
    }
}
