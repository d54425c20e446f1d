package io.fairlead.app.verify.account;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.invoice.InvoiceLines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Everything that was said of each invoice, in the order of the log. */
public final class InvoiceAccount implements RunningAccount {

    private final Map<String, Seen> byInvoice = new LinkedHashMap<>();

    /** What was told of one invoice. */
    public static final class Seen {

        private final List<InvoiceLine> lines = new ArrayList<>();
        private final List<PaymentApplied> payments = new ArrayList<>();
        private final List<PaymentTakenBack> takenBack = new ArrayList<>();
        private List<InvoiceLine> draftedLines = List.of();
        private @Nullable InvoiceDrafted drafted;
        private @Nullable InvoiceApproved approved;
        private @Nullable InvoiceIssued issued;
        private int timesIssued;
        private boolean discarded;
        private boolean paid;
        private boolean lost;
        private BigDecimal deducted = BigDecimal.ZERO;

        public List<InvoiceLine> lines() {
            return lines;
        }

        /** As they were when the draft was complete, before its review. */
        public List<InvoiceLine> draftedLines() {
            return draftedLines;
        }

        public List<PaymentApplied> payments() {
            return payments;
        }

        private void deduct(BigDecimal amount, String kind) {
            deducted = deducted.add(amount);
            lost |= kind.equals("BAD_DEBT");
        }

        /** What its payer does not pay: withheld, small rests, discounts, bad debts. */
        public BigDecimal deducted() {
            return deducted;
        }

        /** Whether something of it was written off as a bad debt: then it is not paid. */
        public boolean isLost() {
            return lost;
        }

        /** Payments that came back off the invoice. */
        public List<PaymentTakenBack> takenBack() {
            return takenBack;
        }

        @Nullable
        public InvoiceDrafted drafted() {
            return drafted;
        }

        @Nullable
        public InvoiceApproved approved() {
            return approved;
        }

        @Nullable
        public InvoiceIssued issued() {
            return issued;
        }

        public int timesIssued() {
            return timesIssued;
        }

        public boolean isDiscarded() {
            return discarded;
        }

        public boolean isPaid() {
            return paid;
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case InvoiceLinesAdded added -> invoice(added.getInvoiceId()).lines.addAll(added.getLines());
            case InvoiceDrafted drafted -> {
                var invoice = invoice(drafted.getInvoiceId());
                invoice.drafted = drafted;
                invoice.draftedLines = List.copyOf(invoice.lines);
            }
            case InvoiceLineRemoved removed ->
                invoice(removed.getInvoiceId()).lines.removeIf(line -> line.getLineNo() == removed.getLineNo());
            case InvoiceLineAdjusted adjusted ->
                invoice(adjusted.getInvoiceId()).lines.replaceAll(line -> InvoiceLines.reviewed(
                                List.of(line), List.of(), List.of(adjusted))
                        .getFirst());
            case InvoiceReturned returned -> invoice(returned.getInvoiceId()).approved = null;
            case InvoiceApproved approved -> invoice(approved.getInvoiceId()).approved = approved;
            case InvoiceDiscarded discarded -> invoice(discarded.getInvoiceId()).discarded = true;
            case InvoiceIssued issued -> {
                var invoice = invoice(issued.getInvoiceId());
                invoice.issued = issued;
                invoice.timesIssued++;
            }
            case PaymentApplied payment ->
                invoice(payment.getInvoiceId()).payments.add(payment);
            case PaymentTakenBack gone -> invoice(gone.getInvoiceId()).takenBack.add(gone);
            case DeductionTaken taken -> invoice(taken.getInvoiceId()).deduct(taken.getAmount(), taken.getKind());
            case DeductionTakenBack back ->
                invoice(back.getInvoiceId()).deduct(back.getAmount().negate(), back.getKind());
            case InvoicePaid paid -> invoice(paid.getInvoiceId()).paid = true;
            case InvoiceReopened open -> invoice(open.getInvoiceId()).paid = false;
            default -> {}
        }
    }

    public Map<String, Seen> byInvoice() {
        return Collections.unmodifiableMap(byInvoice);
    }

    private Seen invoice(String invoiceId) {
        return byInvoice.computeIfAbsent(invoiceId, _ -> new Seen());
    }
}
