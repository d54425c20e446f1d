package io.fairlead.simulation;

import io.fairlead.billing.cash.OpenItems;
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
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.invoice.WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork;
import io.fairlead.billing.invoice.WhenInvoiceStagedThenIssue;
import io.fairlead.billing.invoice.WhenPostingRefusedThenRaise;
import io.fairlead.billing.invoice.WhenRefusedInvoiceIsSettledThenClose;
import io.fairlead.billing.item.WhenInstalmentsScheduledThenSchedule;
import io.fairlead.billing.item.WhenMilestoneAgreedThenBill;
import io.fairlead.billing.pricing.WhenNothingIsOtherwisePricedThenClose;
import io.fairlead.billing.pricing.WhenRateChangedThenReprice;
import io.fairlead.billing.pricing.WhenTimeApprovedThenPrice;
import io.fairlead.billing.retainer.WhenRetainerBilledThenFill;
import io.fairlead.billing.run.WhenBillingRunStartedThenDraft;
import io.fairlead.billing.tax.WhenInvoiceDraftedThenCheckTax;
import io.fairlead.contract.TimePricing;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.expense.WhenBilledExpenseChangesThenRaise;
import io.fairlead.expense.WhenExpenseApprovedThenPrice;
import io.fairlead.expense.WhenExpenseChangesThenClose;
import io.fairlead.expense.WhenExpenseMovedThenRecord;
import io.fairlead.funding.WhenContractAgreedThenFund;
import io.fairlead.funding.WhenFundsRunShortThenRaise;
import io.fairlead.funding.WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds;
import io.fairlead.funding.WhenWorkPricedThenReserve;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.time.WhenBilledTimeChangesThenRaise;
import io.fairlead.time.cost.TimeCosting;
import io.fairlead.time.cost.WhenTimeApprovedThenCost;
import io.fairlead.time.move.WhenTimeMovedThenRecord;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The processes of the domain, as the application wires them, over one world. */
final class DomainProcesses {

    /** In their order: a history of a seed depends on it. */
    static List<Object> of(Door door, HistoryLog log, Views views, TaxView taxes) {
        var limits = new LimitsView(views);
        var pricing = new TimePricing(views::facts, AccountingCalendar.ALWAYS_OPEN);
        return List.of(
                new WhenTimeApprovedThenPrice(pricing::price, door, log),
                new WhenTimeApprovedThenCost(new TimeCosting(views::facts, AccountingCalendar.ALWAYS_OPEN), door, log),
                new WhenRateChangedThenReprice(new RepricingView(views), door, log),
                new WhenNothingIsOtherwisePricedThenClose(new RepricingView(views), door, log),
                new WhenBilledTimeChangesThenRaise(door, log),
                new WhenBilledExpenseChangesThenRaise(door, log),
                new WhenExpenseChangesThenClose(door, log),
                new WhenExpenseMovedThenRecord(door, log),
                new WhenMilestoneAgreedThenBill(door),
                new WhenInstalmentsScheduledThenSchedule(door),
                new WhenExpenseApprovedThenPrice(new ExpensePricing(views::facts), door, log),
                new WhenRetainerBilledThenFill(door, log),
                new WhenContractAgreedThenFund(limits, door, log),
                new WhenWorkPricedThenReserve(limits, door, log),
                new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(limits, door, log),
                new WhenFundsRunShortThenRaise(door),
                new WhenBillingRunStartedThenDraft(
                        new UnbilledView(log, views), new PerLineView(log, views), views::exchangeRate, door, log),
                new WhenInvoiceDraftedThenCheckTax(taxes, door, log),
                new WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork(door, log),
                new WhenInvoiceStagedThenIssue(views::parties, views::exchangeRate, door, log),
                new WhenCreditGrantedThenDraft(door),
                new WhenCreditNoteStagedThenIssue(door, log),
                new WhenCreditNoteIssuedThenApply(door),
                new WhenDocumentOwesCustomerThenOpen(door, log),
                new WhenCustomerIsOwedThenTell(door, log),
                new WhenCustomerCreditIsUsedThenSettle(door, log),
                new WhenPostingRefusedThenRaise(door, log),
                new WhenRefusedInvoiceIsSettledThenClose(door, log),
                new WhenRefusedCreditNoteIsSettledThenClose(door, log),
                new WhenPaymentReceivedThenApply(new KnownMoney(views), door, log),
                new WhenReceiptIsAppliedThenPay(views::exchangeRate, door, log),
                new WhenInvoiceIssuedThenTakeMoneyOnAccount(new KnownMoney(views), door, log),
                new WhenMoneyIsLeftThenTell(door, log),
                new WhenPaymentLeavesRestThenDeduct(door, log),
                new WhenPaymentAppliedThenNote(door),
                new WhenTimeMovedThenRecord(door, log));
    }

    /** What the views show of invoices and money, open or not: who decides reads the log. */
    private record KnownMoney(Views views) implements OpenItems {

        @Override
        public List<String> invoices(String legalEntityId, String customerId, String currency) {
            var known = views.known();
            var merged = MergeLife.merged(known);
            return known.stream()
                    .map(Recorded::event)
                    .filter(InvoiceIssued.class::isInstance)
                    .map(InvoiceIssued.class::cast)
                    .filter(each -> each.getLegalEntityId().equals(legalEntityId)
                            && merged.areSame(each.getCustomerId(), customerId)
                            && each.getCurrency().equals(currency))
                    .sorted(Comparator.comparing(InvoiceIssued::getDueDate).thenComparing(InvoiceIssued::getNumber))
                    .map(InvoiceIssued::getInvoiceId)
                    .toList();
        }

        @Override
        public List<String> receipts(String legalEntityId, String customerId, String currency) {
            var found = new LinkedHashSet<String>();
            var known = views.known();
            var merged = MergeLife.merged(known);
            for (var each : known) {
                if (each.event() instanceof ReceiptAssigned owner
                        && owner.getLegalEntityId().equals(legalEntityId)
                        && merged.areSame(owner.getCustomerId(), customerId)
                        && owner.getCurrency().equals(currency)) {
                    found.add(owner.getReceiptId());
                } else if (each.event() instanceof MoneyReceived money
                        && money.getLegalEntityId().equals(legalEntityId)
                        && money.getCustomerId() != null
                        && merged.areSame(money.getCustomerId(), customerId)
                        && money.getCurrency().equals(currency)) {
                    found.add(money.getReceiptId());
                }
            }
            return List.copyOf(found);
        }
    }

    private DomainProcesses() {}
}
