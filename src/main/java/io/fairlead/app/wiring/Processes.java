package io.fairlead.app.wiring;

import io.fairlead.app.lookup.RatesReach;
import io.fairlead.app.lookup.ViewDeals;
import io.fairlead.app.lookup.ViewExchangeRates;
import io.fairlead.app.lookup.ViewLimits;
import io.fairlead.app.lookup.ViewParties;
import io.fairlead.app.lookup.ViewPricedWork;
import io.fairlead.app.lookup.ViewPricing;
import io.fairlead.app.lookup.ViewRevenueInputs;
import io.fairlead.app.lookup.ViewUnbilledWork;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.process.ProcessCommands;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import io.fairlead.app.process.ProcessesReach;
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
import io.fairlead.funding.WhenContractAgreedThenFund;
import io.fairlead.funding.WhenFundsRunShortThenRaise;
import io.fairlead.funding.WhenInvoiceSettledThenSettleFunds;
import io.fairlead.funding.WhenWorkPricedThenReserve;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.WhenCreditNoteApprovedThenStage;
import io.fairlead.gateway.erp.WhenCustomerOrProjectKnownThenDeliver;
import io.fairlead.gateway.erp.WhenInvoiceApprovedThenStage;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.time.WhenBilledTimeChangesThenRaise;
import io.fairlead.time.WhenTimeApprovedThenCost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
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

    /** These make billable what was approved, agreed or reported. */
    private static final Set<String> PRICING = Set.of(
            "process-price-time",
            "process-price-expense",
            "process-milestone-item",
            "process-progress-item",
            "process-instalment-items",
            "process-reprice-time");

    /** These ask limits for it. */
    private static final Set<String> FUNDING = Set.of("process-fund-contract", "process-reserve-funds");

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
            TaxOfDraft taxes,
            RevenuePolicy revenuePolicy,
            AccountingCalendar books) {
        LongConsumer viewsReach = position -> require(engine, position);
        Runnable viewsReachHead = () -> require(engine, log.head());
        var ratesReach = new RatesReach(log, viewsReach);
        var prices = new ViewPricing(views, ratesReach, viewsReachHead);
        var limits = new ViewLimits(views, ratesReach, viewsReachHead);
        var pricing = Stream.of(
                        new WhenTimeApprovedThenPrice(prices.ofTime(books)::price, commands, history),
                        new WhenTimeApprovedThenCost(prices.costOfTime(books), commands, history),
                        new WhenWorkPricedThenReserve(limits, commands, history),
                        new WhenInvoiceSettledThenSettleFunds(limits, commands, history),
                        new WhenExpenseApprovedThenPrice(prices.ofExpenses(), commands, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, ratesReach))
                .toList();
        // What is being priced by the rates before must be priced, and seen, before a rate that comes late looks for
        // it.
        var priced = new ProcessesReach(
                reached(pricing, store, Set.of("process-price-time")), List.of(), log::head, viewsReachHead, PATIENCE);
        var repricing = new ProcessRunner(
                new WhenRateChangedThenReprice(prices.ofPricedTime(), commands),
                log,
                codec,
                store,
                orders,
                position -> {
                    priced.accept(position);
                    ratesReach.accept(position);
                });
        var exchange = new ViewExchangeRates(views);
        var lookingThingsUp = Stream.of(
                        new WhenContractAgreedThenFund(limits, commands, history),
                        new WhenOpportunityWonThenSign(new ViewDeals(views), commands, history),
                        new WhenInvoiceDraftedThenCheckTax(taxes, commands, history),
                        new WhenInvoiceStagedThenIssue(new ViewParties(views), exchange, commands, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, viewsReach))
                .toList();
        var revenue = RevenueProcesses.of(
                        new ViewRevenueInputs(views, viewsReachHead), revenuePolicy, commands, history)
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
                        new WhenFundsRunShortThenRaise(commands),
                        new WhenBilledTimeChangesThenRaise(commands, history),
                        new WhenCustomerOrProjectKnownThenDeliver(erp, history),
                        new WhenInvoiceApprovedThenStage(erp, history),
                        new WhenCreditNoteApprovedThenStage(erp, history))
                .map(process -> new ProcessRunner(process, log, codec, store, orders, _ -> {}))
                .toList();
        var before = new ArrayList<ProcessRunner>();
        Stream.of(pricing, List.of(repricing), lookingThingsUp, revenue.toList(), others)
                .forEach(before::addAll);
        var billing = new ProcessRunner(
                new WhenBillingRunStartedThenDraft(
                        new ViewUnbilledWork(views, viewsReachHead),
                        new ViewPricedWork(views, viewsReachHead),
                        exchange,
                        commands,
                        history),
                log,
                codec,
                store,
                orders,
                new ProcessesReach(
                        reached(before, store, PRICING),
                        reached(before, store, FUNDING),
                        log::head,
                        viewsReachHead,
                        PATIENCE));
        before.add(billing);
        return new RunningProcesses(List.copyOf(before), store);
    }

    /** How far processes are: here at once, on another node as it tells now and then. */
    private static List<LongSupplier> reached(List<ProcessRunner> all, ProcessStore store, Set<String> names) {
        var wanted =
                all.stream().filter(runner -> names.contains(runner.name())).toList();
        if (wanted.size() != names.size()) {
            throw new IllegalStateException("of " + names + " only " + wanted + " are there");
        }
        return wanted.stream()
                .map(runner -> (LongSupplier) () -> Math.max(runner.position(), store.position(runner.name())))
                .toList();
    }

    /** A process that looked things up in a view behind its event would decide on what was. */
    private static void require(ProjectionEngine engine, long position) {
        if (!engine.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("the views have not reached position " + position + " within " + PATIENCE);
        }
    }
}
