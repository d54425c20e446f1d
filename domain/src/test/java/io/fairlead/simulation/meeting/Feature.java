package io.fairlead.simulation.meeting;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * What makes the money of a contract hard, each sound alone. Every two of them have to meet in the histories, on one contract:
 * {@link Pairs} counts each constant with each other, so a new one joins by itself.
 */
enum Feature {
    /** An invoice is planned for one of several payers. */
    PAYERS((event, terms) ->
            event instanceof InvoicePlanned && !terms.getPayers().isEmpty()),

    /** Work is paid with money that was there before. */
    RETAINER((event, _) -> event instanceof RetainerDrawn),

    /** Work is drawn from the limit of a purchase order. */
    ORDERS((event, _) -> event instanceof FundsReserved reserved && drawsOrder(reserved)),

    /** Something limited gets onto a draft. */
    LIMITS((event, _) -> event instanceof FundsDrafted),

    /** One invoice has rows of tax at several rates. */
    TAX_RATES((event, _) -> event instanceof InvoiceApproved approved && hasRates(approved.getTaxRows())),

    /** Work gets onto a draft as its share of a line that is rounded as a whole. */
    PER_LINE((event, terms) ->
            event instanceof TimePutOnDraft && terms.getRounding().equals("PER_LINE")),

    /** An entry, or the day that it belongs to, is rounded before it is priced. */
    ROUNDED_TIME((event, _) -> event instanceof TimePriced priced && !Objects.equals(priced.getTimeRounding(), "NONE")),

    /** A reviewer writes a line up or down. */
    REVIEW((event, _) -> event instanceof InvoiceLineAdjusted),

    /** Terms change from a day on. */
    PROSPECTIVE((event, _) ->
            event instanceof ContractAmended change && change.getTreatment().equals("PROSPECTIVE")),

    /** Something that was billed is taken back. */
    CREDITS((event, _) -> event instanceof CreditNoteIssued),

    /** An expense gets onto a draft. */
    EXPENSES((event, _) -> event instanceof ExpensePutOnDraft),

    /** Each project has invoices of its own. */
    PROJECTS((event, terms) ->
            event instanceof InvoicePlanned && terms.getInvoicePer().equals("PROJECT")),

    /** An invoice has another currency than the books. */
    FOREIGN((event, _) -> event instanceof InvoiceIssued issued && issued.getEntityAmounts() != null),

    /** Money that may have several parts is set against an invoice. */
    RECEIPTS((event, _) -> event instanceof ReceiptApplied),

    /** The bank takes money back that had paid an invoice. */
    SENT_BACK((event, _) ->
            event instanceof ReceiptUnapplied back && back.getCause().equals("SENT_BACK")),

    /** Something of the money that paid an invoice is paid back. */
    REFUNDS((event, _) -> event instanceof MoneyRefunded),

    /** Work turns out to be for something else. */
    MOVES((event, _) -> event instanceof TimeMoved),

    /** The buyer or a payer turns out to be the same as another customer. */
    MERGES((event, _) -> event instanceof CustomerMerged);

    private final BiPredicate<Object, ContractSigned> shown;

    Feature(BiPredicate<Object, ContractSigned> shown) {
        this.shown = shown;
    }

    /** @param terms of the contract that the event is about */
    boolean isShownBy(Object event, ContractSigned terms) {
        return shown.test(event, terms);
    }

    private static boolean drawsOrder(FundsReserved reserved) {
        return reserved.getShares().stream()
                .anyMatch(share ->
                        share.getPoNumber() != null && share.getAmount().signum() > 0);
    }

    private static boolean hasRates(List<TaxRow> rows) {
        return rows.stream()
                        .map(row -> row.getRate().stripTrailingZeros())
                        .distinct()
                        .count()
                > 1;
    }
}
