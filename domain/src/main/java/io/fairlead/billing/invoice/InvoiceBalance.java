package io.fairlead.billing.invoice;

import io.fairlead.billing.cash.NotePayment;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of an issued {@link Invoice} is open: payments lower it and come back, credits and what is owed elsewhere lower it.
 * {@link InvoicePayments} decides by it.
 */
public final class InvoiceBalance {

    private @Nullable InvoiceIssued issued;
    private @Nullable Money open;
    private final Map<String, PaymentApplied> applied = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private final Set<String> creditsTaken = new HashSet<>();

    /** @throws RuleViolated B-10 before it is issued */
    InvoiceIssued invoice() {
        return IssuedInvoice.require(issued);
    }

    Money open() {
        return open == null ? Payable.of(invoice()) : open;
    }

    /**
     * The day on which something happens to it.
     *
     * @throws RuleViolated B-22 before it was issued
     */
    void requireSinceIssue(LocalDate on) {
        var since = invoice().getIssueDate();
        if (on.isBefore(since)) {
            throw new RuleViolated(
                    "B-22", "valueDate", "the invoice was issued on " + since, "use that day or a later one");
        }
    }

    /**
     * What is open after that much less.
     *
     * @throws RuleViolated B-12 more than is open
     */
    Money openAfter(Money amount, String remedy) {
        var left = open();
        if (amount.isGreaterThan(left)) {
            throw new RuleViolated("B-12", "amount", "only " + left + " is open", remedy);
        }
        return left.minus(amount);
    }

    /** The payment that stands on it under that key; null when it never took it, or gave it back. */
    @Nullable
    PaymentApplied standing(String receiptId, @Nullable String applicationId) {
        var key = key(receiptId, applicationId);
        return takenBack.contains(key) ? null : applied.get(key);
    }

    boolean hasTaken(String receiptId, @Nullable String applicationId) {
        return applied.containsKey(key(receiptId, applicationId));
    }

    /** Whether some of that money pays it. */
    boolean isPaidBy(String receiptId) {
        return applied.values().stream()
                .anyMatch(each ->
                        each.getReceiptId().equals(receiptId) && standing(receiptId, each.getApplicationId()) != null);
    }

    boolean hasTakenCredit(String customerCreditId, String assignmentId) {
        return creditsTaken.contains(customerCreditId + "/" + assignmentId);
    }

    void record(SpecificRecord event) {
        Recording.record(event, invoice().getLegalEntityId());
    }

    /** That it is paid, when nothing is open. */
    void recordPaidAtZero(Money left, LocalDate on) {
        if (left.isZero()) {
            record(InvoiceEvents.paid(invoice().getInvoiceId(), on));
        }
    }

    /** What was applied before receipts had parts is all of its receipt, under one key. */
    private static String key(String receiptId, @Nullable String applicationId) {
        return receiptId + "/" + (applicationId == null ? NotePayment.APPLICATION : applicationId);
    }

    private void opens(BigDecimal amount, String currency) {
        open = WireAmount.money(amount, currency);
    }

    @EventSourcingHandler
    void evolve(InvoiceIssued event) {
        issued = event;
    }

    @EventSourcingHandler
    void evolve(CreditApplied event) {
        opens(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(PaymentApplied event) {
        applied.put(key(event.getReceiptId(), event.getApplicationId()), event);
        opens(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(PaymentTakenBack event) {
        takenBack.add(key(event.getReceiptId(), event.getApplicationId()));
        opens(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(DeductionTaken event) {
        opens(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(DeductionTakenBack event) {
        opens(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(CustomerCreditTaken event) {
        creditsTaken.add(event.getCustomerCreditId() + "/" + event.getAssignmentId());
        opens(event.getOpen(), event.getCurrency());
    }
}
