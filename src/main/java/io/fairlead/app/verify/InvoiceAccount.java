package io.fairlead.app.verify;

import io.fairlead.billing.InvoiceLines;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.PaymentApplied;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Everything that was said of each invoice, in the order of the log. */
final class InvoiceAccount implements Account {

    private final Map<String, Told> byInvoice = new LinkedHashMap<>();

    /** What was told of one invoice. */
    static final class Told {

        private final List<InvoiceLine> lines = new ArrayList<>();
        private final List<PaymentApplied> payments = new ArrayList<>();
        private List<InvoiceLine> draftedLines = List.of();
        private @Nullable InvoiceDrafted drafted;
        private @Nullable InvoiceApproved approved;
        private @Nullable InvoiceIssued issued;
        private int timesIssued;
        private boolean discarded;
        private boolean paid;

        List<InvoiceLine> lines() {
            return lines;
        }

        /** As they were when the draft was complete, before its review. */
        List<InvoiceLine> draftedLines() {
            return draftedLines;
        }

        List<PaymentApplied> payments() {
            return payments;
        }

        @Nullable
        InvoiceDrafted drafted() {
            return drafted;
        }

        @Nullable
        InvoiceApproved approved() {
            return approved;
        }

        @Nullable
        InvoiceIssued issued() {
            return issued;
        }

        int timesIssued() {
            return timesIssued;
        }

        boolean isDiscarded() {
            return discarded;
        }

        boolean isPaid() {
            return paid;
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case InvoiceLinesAdded added -> told(added.getInvoiceId()).lines.addAll(added.getLines());
            case InvoiceDrafted drafted -> {
                var invoice = told(drafted.getInvoiceId());
                invoice.drafted = drafted;
                invoice.draftedLines = List.copyOf(invoice.lines);
            }
            case InvoiceLineRemoved removed ->
                told(removed.getInvoiceId()).lines.removeIf(line -> line.getLineNo() == removed.getLineNo());
            case InvoiceLineAdjusted adjusted ->
                told(adjusted.getInvoiceId()).lines.replaceAll(line -> InvoiceLines.reviewed(
                                List.of(line), List.of(), List.of(adjusted))
                        .getFirst());
            case InvoiceReturned returned -> told(returned.getInvoiceId()).approved = null;
            case InvoiceApproved approved -> told(approved.getInvoiceId()).approved = approved;
            case InvoiceDiscarded discarded -> told(discarded.getInvoiceId()).discarded = true;
            case InvoiceIssued issued -> {
                var invoice = told(issued.getInvoiceId());
                invoice.issued = issued;
                invoice.timesIssued++;
            }
            case PaymentApplied payment -> told(payment.getInvoiceId()).payments.add(payment);
            case InvoicePaid paid -> told(paid.getInvoiceId()).paid = true;
            default -> {}
        }
    }

    Map<String, Told> byInvoice() {
        return Collections.unmodifiableMap(byInvoice);
    }

    private Told told(String invoiceId) {
        return byInvoice.computeIfAbsent(invoiceId, _ -> new Told());
    }
}
