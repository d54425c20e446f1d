package io.fairlead.app.wiring;

import io.fairlead.app.lookup.AwaitMasterData;
import io.fairlead.app.lookup.AwaitViews;
import io.fairlead.app.lookup.ViewDeals;
import io.fairlead.app.lookup.ViewExchangeRates;
import io.fairlead.app.lookup.ViewLimits;
import io.fairlead.app.lookup.ViewOpenItems;
import io.fairlead.app.lookup.ViewOverlaps;
import io.fairlead.app.lookup.ViewParties;
import io.fairlead.app.lookup.ViewPricedWork;
import io.fairlead.app.lookup.ViewPricing;
import io.fairlead.app.lookup.ViewRevenueInputs;
import io.fairlead.app.lookup.ViewUnbilledWork;
import io.fairlead.app.lookup.ViewUncostedTime;
import io.fairlead.app.process.ProcessRunners;
import io.fairlead.app.process.ProcessStore;
import io.fairlead.billing.cash.WhenInvoiceIssuedThenTakeMoneyOnAccount;
import io.fairlead.billing.cash.WhenMoneyIsLeftThenTell;
import io.fairlead.billing.cash.WhenPaymentAppliedThenNote;
import io.fairlead.billing.cash.WhenPaymentLeavesRestThenDeduct;
import io.fairlead.billing.cash.WhenPaymentReceivedThenApply;
import io.fairlead.billing.cash.WhenReceiptIsAppliedThenPay;
import io.fairlead.billing.credit.WhenCreditGrantedThenDraft;
import io.fairlead.billing.credit.WhenCreditNoteIssuedThenApply;
import io.fairlead.billing.credit.WhenCreditNoteStagedThenIssue;
import io.fairlead.billing.credit.WhenCustomerCreditIsUsedThenSettle;
import io.fairlead.billing.credit.WhenCustomerIsOwedThenTell;
import io.fairlead.billing.credit.WhenDocumentOwesCustomerThenOpen;
import io.fairlead.billing.credit.WhenRefusedCreditNoteIsSettledThenClose;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.WhenCustomerChangedThenCheckEInvoice;
import io.fairlead.billing.einvoice.WhenInvoiceDraftedThenCheckEInvoice;
import io.fairlead.billing.einvoice.WhenInvoiceIssuedOrDroppedThenCloseEInvoice;
import io.fairlead.billing.einvoice.WhenPartyChangedThenCheckEInvoice;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.billing.invoice.WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork;
import io.fairlead.billing.invoice.WhenInvoiceStagedThenIssue;
import io.fairlead.billing.invoice.WhenPostingRefusedThenRaise;
import io.fairlead.billing.invoice.WhenRefusedInvoiceIsSettledThenClose;
import io.fairlead.billing.invoice.WhenTimeChangeRequestedThenRemoveLine;
import io.fairlead.billing.item.WhenInstalmentsScheduledThenSchedule;
import io.fairlead.billing.item.WhenMilestoneAgreedThenBill;
import io.fairlead.billing.item.WhenProgressReportedThenBill;
import io.fairlead.billing.item.WhenReductionAcceptedThenCredit;
import io.fairlead.billing.item.WhenReductionIsGivenUpThenBillLess;
import io.fairlead.billing.pricing.WhenNothingIsOtherwisePricedThenClose;
import io.fairlead.billing.pricing.WhenRateChangedThenReprice;
import io.fairlead.billing.pricing.WhenTimeApprovedThenPrice;
import io.fairlead.billing.retainer.WhenRetainerBilledThenFill;
import io.fairlead.billing.run.WhenBillingRunStartedThenDraft;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.billing.tax.WhenInvoiceDraftedThenCheckTax;
import io.fairlead.contract.WhenOpportunityWonThenSign;
import io.fairlead.expense.WhenBilledExpenseChangesThenRaise;
import io.fairlead.expense.WhenExpenseApprovedThenPrice;
import io.fairlead.expense.WhenExpenseChangesThenClose;
import io.fairlead.expense.WhenExpenseMovedThenRecord;
import io.fairlead.funding.WhenContractAgreedThenFund;
import io.fairlead.funding.WhenFundsRunShortThenRaise;
import io.fairlead.funding.WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds;
import io.fairlead.funding.WhenWorkPricedThenReserve;
import io.fairlead.gateway.account.WhenAccountMovesThenDeliver;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.WhenCreditNoteApprovedOrIssuedThenDeliver;
import io.fairlead.gateway.erp.WhenCustomerOrProjectKnownThenDeliver;
import io.fairlead.gateway.erp.WhenInvoiceApprovedOrIssuedThenDeliver;
import io.fairlead.gateway.refund.WhenCustomerIsPaidOutThenDeliver;
import io.fairlead.gateway.refused.WhenDocumentIsGivenUpThenWithdraw;
import io.fairlead.gateway.refused.WhenWorkItemClearedThenSendAgain;
import io.fairlead.operation.WhenBreakGlassGrantedThenTell;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.time.WhenBilledTimeChangesThenRaise;
import io.fairlead.time.cost.WhenRateSetThenResolve;
import io.fairlead.time.cost.WhenTimeApprovedThenCost;
import io.fairlead.time.move.WhenTimeMovedThenRecord;
import io.fairlead.time.overlap.PersonDays;
import io.fairlead.time.overlap.WhenOverlapNotedThenRaise;
import io.fairlead.time.overlap.WhenTimeCorrectedThenLookForOverlaps;
import io.fairlead.time.overlap.WhenTimeRecordedThenLookForOverlaps;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes, group by group. What each waits for, and what others wait for it to do, stands on the process itself. */
@Configuration(proxyBeanMethods = false)
class Processes {

    private final DSLContext views;
    private final AwaitMasterData ratesReach;
    private final AwaitViews awaitViews;
    private final Commands commands;
    private final StreamHistory history;

    Processes(
            @Qualifier(ReadSide.WHOLE) DSLContext views,
            AwaitMasterData ratesReach,
            AwaitViews awaitViews,
            Commands commands,
            StreamHistory history) {
        this.views = views;
        this.ratesReach = ratesReach;
        this.awaitViews = awaitViews;
        this.commands = commands;
        this.history = history;
    }

    /** Each group after those that prepare its work. */
    @Bean
    RunningProcesses runningProcesses(
            ProcessRunners runners,
            ProcessStore store,
            ErpGateway erp,
            TaxOfDraft taxes,
            DraftReadiness readiness,
            RevenuePolicy revenuePolicy,
            AccountingCalendar books) {
        var inputs = new ViewRevenueInputs(views, awaitViews::atHead);
        var all = Stream.of(
                        pricing(books),
                        agreements(),
                        invoices(taxes, readiness),
                        money(),
                        RevenueProcesses.of(inputs, revenuePolicy, commands, history),
                        credits(),
                        deliveries(erp),
                        Stream.of(billing(), new WhenBreakGlassGrantedThenTell(commands)))
                .flatMap(group -> group)
                .toList();
        return new RunningProcesses(runners.of(all), store);
    }

    /** From approved to billable work, within its limits. */
    private Stream<Object> pricing(AccountingCalendar books) {
        var prices = new ViewPricing(views, ratesReach, awaitViews::atHead);
        var days = new PersonDays(new ViewOverlaps(views), commands);
        var limits = new ViewLimits(views, ratesReach, awaitViews::atHead);
        return Stream.of(
                new WhenTimeMovedThenRecord(commands, history),
                new WhenTimeRecordedThenLookForOverlaps(days),
                new WhenTimeCorrectedThenLookForOverlaps(days, history),
                new WhenOverlapNotedThenRaise(commands, history),
                new WhenTimeApprovedThenPrice(prices.ofTime(books)::price, commands, history),
                new WhenTimeApprovedThenCost(prices.costOfTime(books), commands, history),
                new WhenRateSetThenResolve(new ViewUncostedTime(views), prices.costOfTime(books), commands, history),
                new WhenWorkPricedThenReserve(limits, commands, history),
                new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(limits, commands, history),
                new WhenExpenseApprovedThenPrice(prices.ofExpenses(), commands, history),
                new WhenRateChangedThenReprice(prices.ofPricedTime(), commands, history),
                new WhenNothingIsOtherwisePricedThenClose(prices.ofPricedTime(), commands, history),
                new WhenContractAgreedThenFund(limits, commands, history));
    }

    /** From agreements and reports to what is billed by item. */
    private Stream<Object> agreements() {
        return Stream.of(
                new WhenOpportunityWonThenSign(new ViewDeals(views), commands, history),
                new WhenMilestoneAgreedThenBill(commands),
                new WhenInstalmentsScheduledThenSchedule(commands),
                new WhenProgressReportedThenBill(commands),
                new WhenReductionAcceptedThenCredit(commands, history),
                new WhenReductionIsGivenUpThenBillLess(commands, history));
    }

    /** From the run to the draft. Listed last, since it waits for everything that makes work billable. */
    private Object billing() {
        return new WhenBillingRunStartedThenDraft(
                new ViewUnbilledWork(views, awaitViews::atHead),
                new ViewPricedWork(views, awaitViews::atHead),
                new ViewExchangeRates(views),
                commands,
                history);
    }

    /** From money that comes in to invoices that are paid. */
    private Stream<Object> money() {
        var exchange = new ViewExchangeRates(views);
        ExchangeRateLookup exchangeNow = (one, other, day) -> {
            awaitViews.atHead(); // Most money is in the books' own currency and waits for no view.
            return exchange.on(one, other, day);
        };
        return Stream.of(
                new WhenPaymentReceivedThenApply(new ViewOpenItems(views, awaitViews::atHead), commands, history),
                new WhenReceiptIsAppliedThenPay(exchangeNow, commands, history),
                new WhenInvoiceIssuedThenTakeMoneyOnAccount(new ViewOpenItems(views, () -> {}), commands, history),
                new WhenMoneyIsLeftThenTell(commands, history),
                new WhenPaymentLeavesRestThenDeduct(commands, history),
                new WhenPaymentAppliedThenNote(commands));
    }

    /** From the draft to the issue. */
    private Stream<Object> invoices(TaxOfDraft taxes, DraftReadiness readiness) {
        var exchange = new ViewExchangeRates(views);
        return Stream.of(
                new WhenInvoiceDraftedThenCheckTax(taxes, commands, history),
                new WhenInvoiceDraftedThenCheckEInvoice(readiness, commands, history),
                new WhenPartyChangedThenCheckEInvoice(readiness, commands, history),
                new WhenCustomerChangedThenCheckEInvoice(readiness, commands, history),
                new WhenInvoiceIssuedOrDroppedThenCloseEInvoice(readiness, commands, history),
                new WhenInvoiceStagedThenIssue(new ViewParties(views), exchange, commands, history),
                new WhenRetainerBilledThenFill(commands, history),
                new WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork(commands, history),
                new WhenPostingRefusedThenRaise(commands, history),
                new WhenRefusedInvoiceIsSettledThenClose(commands, history),
                new WhenRefusedCreditNoteIsSettledThenClose(commands, history),
                new WhenFundsRunShortThenRaise(commands));
    }

    /** What takes an invoice or its time back. */
    private Stream<Object> credits() {
        return Stream.of(
                new WhenCreditGrantedThenDraft(commands),
                new WhenCreditNoteStagedThenIssue(commands, history),
                new WhenCreditNoteIssuedThenApply(commands),
                new WhenDocumentOwesCustomerThenOpen(commands, history),
                new WhenCustomerIsOwedThenTell(commands, history),
                new WhenCustomerCreditIsUsedThenSettle(commands, history),
                new WhenTimeChangeRequestedThenRemoveLine(commands),
                new WhenBilledTimeChangesThenRaise(commands, history),
                new WhenBilledExpenseChangesThenRaise(commands, history),
                new WhenExpenseChangesThenClose(commands, history),
                new WhenExpenseMovedThenRecord(commands, history));
    }

    /** What is sent to the ERP. */
    private Stream<Object> deliveries(ErpGateway erp) {
        return Stream.of(
                new WhenCustomerOrProjectKnownThenDeliver(erp, history),
                new WhenInvoiceApprovedOrIssuedThenDeliver(erp, history),
                new WhenCreditNoteApprovedOrIssuedThenDeliver(erp, history),
                new WhenDocumentIsGivenUpThenWithdraw(erp),
                new WhenCustomerIsPaidOutThenDeliver(erp, history),
                new WhenAccountMovesThenDeliver(erp, history),
                new WhenWorkItemClearedThenSendAgain(erp));
    }
}
