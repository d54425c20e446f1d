package io.fairlead.gateway.erp;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivePayment;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.RecordCreditNotePosted;
import io.fairlead.billing.credit.RecordCreditNoteRefused;
import io.fairlead.billing.credit.RecordCreditNoteStaged;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.RecordInvoicePosted;
import io.fairlead.billing.invoice.RecordInvoiceStaged;
import io.fairlead.billing.invoice.RecordPostingRefused;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.party.CustomerId;
import io.fairlead.party.RecordCustomerProvisioned;
import io.fairlead.project.ProjectId;
import io.fairlead.project.RecordProjectProvisioned;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import java.time.InstantSource;
import java.util.Objects;

/** What the ERP did, as commands; keys are the deliveries' and the payments', so that telling twice changes nothing. */
public final class ErpResults implements DeliveryListener, PaymentListener {

    /** Code of the work item of a customer or project that the ERP does not take. */
    public static final String NOT_DELIVERED = "DELIVERY_REFUSED";

    private final Commands commands;
    private final InstantSource clock;
    private final String target;

    /**
     * @param clock for work items about deliveries that no event stands for
     * @param target the ERP's name
     */
    public ErpResults(Commands commands, InstantSource clock, String target) {
        this.commands = commands;
        this.clock = clock;
        this.target = target;
    }

    @Override
    public void staged(Delivery delivery, Snapshot snapshot) {
        var document = (DocumentPayload) delivery.payload(); // Nothing else is staged.
        var gross = Objects.requireNonNull(snapshot.gross());
        commands.send(
                switch (document.documentKind()) {
                    case CREDIT_NOTE ->
                        new RecordCreditNoteStaged(
                                new CreditNoteId(document.documentId()), snapshot.outsideId(), gross);
                    case INVOICE ->
                        new RecordInvoiceStaged(
                                new InvoiceId(document.documentId()), snapshot.outsideId(), gross, document.version());
                },
                "staged/" + delivery.key());
    }

    @Override
    public void confirmed(Delivery delivery, Snapshot snapshot) {
        var key = "confirmed/" + delivery.key();
        switch (delivery.payload()) {
            case CustomerData customer ->
                commands.send(
                        new RecordCustomerProvisioned(
                                new CustomerId(customer.customerId()), target, snapshot.outsideId()),
                        key);
            case ProjectData project ->
                commands.send(
                        new RecordProjectProvisioned(new ProjectId(project.projectId()), target, snapshot.outsideId()),
                        key);
            case RefundData _, AccountBooking _ -> {} // It happened here; the ERP keeps it.
            case DocumentDraft _ -> {} // Staged is all there is to say of a draft.
            case DocumentPosting posting -> commands.send(posted(posting, snapshot), key);
        }
    }

    @Override
    public void parked(Delivery delivery, String code, String reason) {
        var attempt = delivery.payload().version() + "." + delivery.epoch();
        var key = "parked/" + delivery.key() + "/" + attempt;
        switch (delivery.payload()) {
            case CustomerData customer -> commands.send(notDelivered(customer.customerId(), code, reason), key);
            case ProjectData project -> commands.send(notDelivered(project.projectId(), code, reason), key);
            case RefundData refund -> commands.send(notDelivered(refund.documentId(), code, reason), key);
            case AccountBooking booking -> commands.send(notDelivered(booking.subjectId(), code, reason), key);
            case DocumentDraft draft -> commands.send(refused(draft, "STAGE", code, reason, attempt), key);
            case DocumentPosting posting -> commands.send(refused(posting, "COMMIT", code, reason, attempt), key);
        }
    }

    private static Object posted(DocumentPosting posting, Snapshot snapshot) {
        var number = Objects.requireNonNull(snapshot.documentNumber());
        var postedOn = Objects.requireNonNull(snapshot.accountingDate());
        return switch (posting.documentKind()) {
            case CREDIT_NOTE -> new RecordCreditNotePosted(new CreditNoteId(posting.documentId()), number, postedOn);
            case INVOICE -> new RecordInvoicePosted(new InvoiceId(posting.documentId()), number, postedOn);
        };
    }

    private static Object refused(DocumentPayload document, String step, String code, String reason, String attempt) {
        return switch (document.documentKind()) {
            case CREDIT_NOTE ->
                new RecordCreditNoteRefused(new CreditNoteId(document.documentId()), step, code, reason, attempt);
            case INVOICE -> new RecordPostingRefused(new InvoiceId(document.documentId()), step, code, reason, attempt);
        };
    }

    @Override
    public void paid(PaymentFact payment) {
        commands.send(
                new ReceivePayment(
                        ReceiptId.of(NameUuid.of(target, payment.paymentId()).toString()),
                        target,
                        payment.paymentId(),
                        new InvoiceId(payment.invoiceId()),
                        payment.amount(),
                        payment.currency(),
                        payment.valueDate()),
                "paid/" + target + "/" + payment.paymentId());
    }

    private RaiseException notDelivered(String subject, String code, String reason) {
        return RaiseException.about(
                NOT_DELIVERED,
                subject,
                "The ERP does not take " + subject + " (" + code + "): " + reason
                        + ". Clear the cause, then send it again: fairlead deliveries retry "
                        + subject,
                OwnerRole.IT,
                null,
                null,
                clock.instant());
    }
}
