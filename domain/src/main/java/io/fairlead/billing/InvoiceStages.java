package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.shared.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Lines, draft, approval and issue come in this order: what an invoice's command needs to have happened before (B-10). */
final class InvoiceStages {

    static InvoiceDrafted drafted(@Nullable InvoiceDrafted draft) {
        if (draft == null) {
            throw new RuleViolated("B-10", "invoiceId", "the draft is not complete yet", "wait for the billing run");
        }
        return draft;
    }

    static InvoiceApproved approved(@Nullable InvoiceApproved approved) {
        if (approved == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not approved", "approve it first");
        }
        return approved;
    }

    /** @throws RuleViolated B-09 before the ERP accepted it */
    static InvoiceApproved staged(@Nullable InvoiceApproved approved, @Nullable String stagedAs) {
        var approval = approved(approved);
        if (stagedAs == null) {
            throw new RuleViolated(
                    "B-09", "invoiceId", "the ERP has not accepted the invoice", "wait until it is staged");
        }
        return approval;
    }

    static InvoiceIssued issued(@Nullable InvoiceIssued issued) {
        if (issued == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not issued", "issue it first");
        }
        return issued;
    }

    static void requireNot(boolean discarded) {
        if (discarded) {
            throw new RuleViolated("B-03", "invoiceId", "the draft was discarded", "start another billing run");
        }
    }

    private InvoiceStages() {}
}
