package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people decide on a draft before it is a claim: remove, adjust, approve, return. Part of {@link Invoice}. */
final class InvoiceReview {

    /** A complete draft that nobody has approved. */
    static InvoiceDrafted open(@Nullable InvoiceDrafted draft, @Nullable InvoiceApproved approved) {
        var complete = InvoiceStages.drafted(draft);
        if (approved != null) {
            throw new RuleViolated("B-13", "invoiceId", "the invoice is approved", "return it to draft first");
        }
        return complete;
    }

    static void requireSecondPerson(String approver, InvoiceDrafted draft, Set<String> authors) {
        if (approver.equals(draft.getPreparer())) {
            throw new RuleViolated(
                    "B-01", "approvedBy", "nobody approves an invoice they prepared", "let somebody else approve it");
        }
        if (authors.contains(approver)) {
            throw new RuleViolated(
                    "B-02",
                    "approvedBy",
                    "nobody approves an invoice over their own entries",
                    "let somebody else approve it");
        }
    }

    static void requireDiscardable(@Nullable InvoiceApproved approved) {
        if (approved != null) {
            throw new RuleViolated("B-07", "invoiceId", "the invoice is approved", "credit it once it is issued");
        }
    }

    static boolean bills(String sourceId, List<InvoiceLine> lines) {
        return lines.stream().anyMatch(line -> line.getSourceId().equals(sourceId));
    }

    /** Nothing when the line was removed before. */
    static List<InvoiceLineRemoved> removed(RemoveInvoiceLine command, InvoiceDrafted draft, List<InvoiceLine> lines) {
        return find(command.lineNo(), draft, lines).stream()
                .map(line -> removed(line, draft, command.deferredUntil(), command.reason(), command.removedBy()))
                .toList();
    }

    static List<InvoiceLineRemoved> removed(
            RemoveSourceFromInvoice command, InvoiceDrafted draft, List<InvoiceLine> lines) {
        return lines.stream()
                .filter(line -> line.getSourceId().equals(command.sourceId()))
                .map(line -> removed(line, draft, null, command.reason(), command.removedBy()))
                .toList();
    }

    private static Optional<InvoiceLine> find(int lineNo, InvoiceDrafted draft, List<InvoiceLine> lines) {
        if (lineNo < 1 || lineNo > draft.getLineCount()) {
            throw new RuleViolated(
                    "B-14", "lineNo", "the invoice has no line " + lineNo, "use one of its line numbers");
        }
        return lines.stream().filter(line -> line.getLineNo() == lineNo).findFirst();
    }

    private static InvoiceLineRemoved removed(
            InvoiceLine line, InvoiceDrafted draft, @Nullable LocalDate deferredUntil, String reason, String by) {
        return InvoiceLineRemoved.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setLineNo(line.getLineNo())
                .setSourceId(line.getSourceId())
                .setPortionNo(line.getPortionNo())
                .setNet(line.getNet())
                .setCurrency(draft.getCurrency())
                .setDeferredUntil(deferredUntil)
                .setReason(reason)
                .setRemovedBy(by)
                .build();
    }

    /** Nothing when the line has that net already. */
    static Optional<InvoiceLineAdjusted> adjusted(
            AdjustInvoiceLine command, InvoiceDrafted draft, List<InvoiceLine> lines) {
        var line = find(command.lineNo(), draft, lines)
                .orElseThrow(() -> new RuleViolated(
                        "B-14", "lineNo", "line " + command.lineNo() + " was removed", "use one of the lines left"));
        var net = Check.payable("net", command.net(), draft.getCurrency());
        if (net.signum() < 0 && net.compareTo(line.getNet()) < 0) {
            throw new RuleViolated(
                    "B-15", "net", "a line is not written down below 0", "write it down to 0, or remove it");
        }
        if (net.compareTo(line.getNet()) == 0) {
            return Optional.empty();
        }
        return Optional.of(InvoiceLineAdjusted.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setLineNo(line.getLineNo())
                .setSourceId(line.getSourceId())
                .setPortionNo(line.getPortionNo())
                .setContractLineNo(line.getContractLineNo())
                .setProjectId(line.getProjectId())
                .setContractId(draft.getContractId())
                .setAmount(net.subtract(line.getNet()))
                .setNet(net)
                .setCurrency(draft.getCurrency())
                .setReason(command.reason())
                .setAdjustedBy(command.adjustedBy())
                .build());
    }

    static InvoiceReturned returned(ReturnInvoice command, InvoiceApproved approval, @Nullable String stagedAs) {
        if (stagedAs != null) {
            throw new RuleViolated(
                    "B-16", "invoiceId", "the ERP has accepted the invoice", "credit it once it is issued");
        }
        return InvoiceReturned.newBuilder()
                .setInvoiceId(approval.getInvoiceId())
                .setApprovalNo(approval.getApprovalNo())
                .setReason(command.reason())
                .setReturnedBy(command.returnedBy())
                .build();
    }

    private InvoiceReview() {}
}
