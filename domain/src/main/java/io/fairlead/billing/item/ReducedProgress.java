package io.fairlead.billing.item;

import io.fairlead.billing.credit.CreditGrant;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.CreditRequest;
import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an accepted reduction of progress takes back of which invoices: the latest that billed progress of the line first, as far as
 * something is left of them. So a credit note names its invoice and is offset with it. Part of
 * {@link WhenReductionAcceptedThenCredit}.
 */
final class ReducedProgress {

    private final StreamHistory history;

    ReducedProgress(StreamHistory history) {
        this.history = history;
    }

    /** A part of the reduction that one invoice gives back. */
    record Back(ReserveCredit credit, BigDecimal amount) {}

    /** The credit note of a report's reduction on an invoice. */
    static CreditNoteId creditNote(String projectId, String reportId, String invoiceId) {
        return CreditNoteId.of(
                NameUuid.of("reduction", projectId, reportId, invoiceId).toString());
    }

    /** In the order of the invoices that give back; together at most the reduction. */
    List<Back> of(ProgressReductionAccepted accepted, ProgressReported report) {
        var left = accepted.getAmount().negate();
        var backs = new ArrayList<Back>();
        for (var billed : billed(accepted, report)) {
            var invoice = history.last(billed.getInvoiceId(), InvoiceIssued.class);
            if (left.signum() > 0 && invoice.isPresent()) {
                int lineNo = billed.getInvoiceLineNo();
                var amount = given(accepted, billed.getInvoiceId())
                        .orElseGet(() ->
                                CreditGrant.from(history, billed.getInvoiceId()).leftOf(lineNo))
                        .min(left);
                if (amount.signum() > 0) {
                    backs.add(new Back(credit(accepted, report, invoice.get(), lineNo, amount), amount));
                    left = left.subtract(amount);
                }
            }
        }
        return backs;
    }

    /** What the invoice granted to it before, when this is done again. */
    private Optional<BigDecimal> given(ProgressReductionAccepted accepted, String invoiceId) {
        var note = creditNote(accepted.getProjectId(), accepted.getReportId(), invoiceId);
        return history.all(invoiceId, CreditReserved.class).stream()
                .filter(credit -> credit.getCreditNoteId().equals(note.value()))
                .map(CreditReserved::getNet)
                .findFirst();
    }

    /** The report that went back, or that a credit note takes back. */
    Optional<ProgressReported> report(String projectId, Predicate<ProgressReported> which) {
        return history.all(projectId, ProgressReported.class).stream()
                .filter(which)
                .findFirst();
    }

    /** Whether the item of a reduction is billed or withdrawn by now. */
    boolean isSettled(BillingItemId item) {
        return history.last(item.value(), BillingItemReady.class).isPresent()
                || history.last(item.value(), BillingItemWithdrawn.class).isPresent();
    }

    /** What lowers the next invoice instead. */
    static MakeBillingItemReady less(BillingItemId item, ProgressReported report, BigDecimal amount) {
        return new MakeBillingItemReady(
                item, ProgressTerms.of(report, amount), report.getReportedOn(), report.getReportedBy());
    }

    /** Of each invoice one line: a project's reports of one line are billed one after the other. */
    private List<BillingItemBilled> billed(ProgressReductionAccepted accepted, ProgressReported report) {
        return history.all(accepted.getProjectId(), ProgressReported.class).stream()
                .filter(each -> each.getLineNo() == report.getLineNo())
                .map(each -> WhenProgressReportedThenBill.itemOf(each.getProjectId(), each.getReportId()))
                .flatMap(item -> history.all(item.value(), BillingItemBilled.class).stream())
                .filter(billed -> billed.getAmount().signum() > 0)
                .sorted(Comparator.comparing(BillingItemBilled::getAccountingDate)
                        .reversed())
                .toList();
    }

    private static ReserveCredit credit(
            ProgressReductionAccepted accepted,
            ProgressReported report,
            InvoiceIssued invoice,
            int lineNo,
            BigDecimal amount) {
        LocalDate day = report.getReportedOn().isBefore(invoice.getIssueDate())
                ? invoice.getIssueDate()
                : report.getReportedOn();
        return new ReserveCredit(
                new InvoiceId(invoice.getInvoiceId()),
                creditNote(accepted.getProjectId(), accepted.getReportId(), invoice.getInvoiceId()),
                List.of(new CreditRequest(lineNo, null, amount, Disposition.CORRECTED)),
                null,
                day,
                "progress went back to what was reported up to " + report.getReportedOn(),
                accepted.getAcceptedBy());
    }
}
