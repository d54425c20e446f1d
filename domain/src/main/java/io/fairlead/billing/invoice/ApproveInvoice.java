package io.fairlead.billing.invoice;

import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Accept a draft; its taxes and totals are fixed here (R4).
 *
 * @param invoiceId the draft
 * @param approvedBy who, issuer|subject; neither preparer (B-01) nor who entered, worked or adjusted a line (B-02)
 * @param at from the caller's clock
 * @param taxes of its lines, as the tax engine answered
 * @param payableStep amounts to pay are rounded to multiples of it, as the contract has it; null means not
 * @param readiness whether it can be an electronic invoice
 * @param issuing what is known by now of its issue
 * @param ownWorkAllowed whether the company allows it to who entered, worked or adjusted a line
 */
public record ApproveInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String approvedBy,
        Instant at,
        TaxAnswer.Taxed taxes,
        @Nullable BigDecimal payableStep,
        EInvoiceReadiness readiness,
        Issuing issuing,
        boolean ownWorkAllowed) {

    public ApproveInvoice {
        Check.actor("approvedBy", approvedBy);
    }

    /**
     * What is known at the approval of an invoice's issue.
     *
     * @param poNumber purchase order that its contract names by now; null means none
     * @param notBefore last issue date of the company's invoices of its year; null while there is none
     * @param creditNotBefore the same of the series that documents below 0 are numbered in
     * @param accepted issue date that the approver accepts; null means the draft's
     */
    public record Issuing(
            @Nullable String poNumber,
            @Happened @Nullable LocalDate notBefore,
            @Happened @Nullable LocalDate creditNotBefore,
            @Happened @Nullable LocalDate accepted) {

        /** No order, and a series that is empty. */
        public static final Issuing NOTHING_NEW = new Issuing(null, null, null, null);

        /** The same with the approver's word on the date. */
        public Issuing accepting(@Nullable LocalDate issueDate) {
            return new Issuing(poNumber, notBefore, creditNotBefore, issueDate);
        }

        /**
         * The date of issue: the draft's, or that of the last number where that is later.
         *
         * @param credit whether it is numbered with the credit notes
         */
        LocalDate date(LocalDate wished, boolean credit) {
            var last = credit ? creditNotBefore : notBefore;
            return last == null || wished.isAfter(last) ? wished : last;
        }

        /**
         * N-02: the approver accepts a date that moved, and names no other.
         *
         * @param wished the draft's
         * @param date of issue
         */
        void requireAccepted(LocalDate wished, LocalDate date) {
            if (!date.equals(accepted == null ? wished : accepted)) {
                throw new RuleViolated(
                        "N-02",
                        "issueDate",
                        date.equals(wished)
                                ? "it would be issued on " + wished
                                : "it would be issued on " + date + ", not on " + wished
                                        + ": a number of its series has that date already (N-01)",
                        "approve it with issueDate " + date + ", or discard it and bill with another date");
            }
        }
    }
}
