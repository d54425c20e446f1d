package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.shared.RuleViolated;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The second life of an {@link Invoice}, from its approval until the ERP has accepted it: it waits for the ERP, is refused, or
 * goes back to draft. Rules B-08, B-09, B-16, and B-10 of what needs an approval.
 */
final class InvoiceApproval {

    private int approvals;
    private @Nullable InvoiceApproved approved;
    private @Nullable String stagedAs;
    private final Set<String> refusals = new HashSet<>();

    /**
     * The approval under which the invoice is issued.
     *
     * @throws RuleViolated B-10 before a person approved it, B-09 before the ERP accepted it
     */
    InvoiceApproved requireStaged() {
        var approval = requireApproved();
        if (stagedAs == null) {
            throw new RuleViolated(
                    "B-09", "invoiceId", "the ERP has not accepted the invoice", "wait until it is staged");
        }
        return approval;
    }

    /** Nothing when it is a draft again already. */
    Optional<InvoiceReturned> decide(ReturnInvoice command) {
        if (wasReturned()) {
            return Optional.empty();
        }
        var approval = requireApproved();
        if (stagedAs != null) {
            throw new RuleViolated(
                    "B-16", "invoiceId", "the ERP has accepted the invoice", "credit it once it is issued");
        }
        return Optional.of(InvoiceReviewEvents.returned(command, approval));
    }

    Optional<InvoiceStaged> decide(RecordInvoiceStaged command) {
        if (stagedAs != null || command.approvalNo() < approvals || wasReturned()) {
            return Optional.empty(); // It is known already, or of an approval that was taken back.
        }
        var approval = requireApproved();
        if (approval.getGross().compareTo(command.gross()) != 0) {
            throw new RuleViolated(
                    "B-08",
                    "gross",
                    "the ERP computed " + command.gross() + ", not " + approval.getGross(),
                    "compare taxes in the ERP");
        }
        return Optional.of(InvoiceEvents.staged(command, approval));
    }

    /** Each attempt once; none of an approval that was taken back. */
    Optional<InvoicePostingRefused> decide(RecordPostingRefused command) {
        if (wasReturned() || refusals.contains(command.step() + command.attempt())) {
            return Optional.empty();
        }
        return Optional.of(InvoiceEvents.refused(command, requireApproved()));
    }

    private InvoiceApproved requireApproved() {
        if (approved == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not approved", "approve it first");
        }
        return approved;
    }

    private boolean wasReturned() {
        return approved == null && approvals > 0;
    }

    @EventSourcingHandler
    void evolve(InvoiceApproved event) {
        approvals = event.getApprovalNo();
        approved = event;
    }

    @EventSourcingHandler
    void evolve(InvoiceReturned event) {
        approved = null;
    }

    @EventSourcingHandler
    void evolve(InvoiceStaged event) {
        stagedAs = event.getErpReference();
    }

    @EventSourcingHandler
    void evolve(InvoicePostingRefused event) {
        refusals.add(event.getStep() + event.getAttempt());
    }
}
