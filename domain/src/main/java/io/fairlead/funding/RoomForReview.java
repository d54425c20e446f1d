package io.fairlead.funding;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.invoice.AdjustInvoiceLine;
import io.fairlead.billing.invoice.ApproveInvoice;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.contract.ContractId;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.shared.Check;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a door asks of the limits before it sends a reviewer's word to the invoice, so that no write-up passes a limit. Held for a
 * write-up that the invoice refuses after all, or for a line that was written down, funds are free again at the issue: until then
 * the reviewer may take it back.
 */
public final class RoomForReview {

    private final LimitsLookup limits;
    private final StreamHistory history;

    public RoomForReview(LimitsLookup limits, StreamHistory history) {
        this.limits = limits;
        this.history = history;
    }

    /** Nothing when the line is not written up, is under no limit, or when the invoice has to refuse it. */
    public Optional<RaiseFundsOnDraft> before(AdjustInvoiceLine command) {
        return underReview(command.invoiceId()).flatMap(draft -> {
            var net = Check.payable("net", command.net(), draft.getCurrency());
            var lines = new ArrayList<>(linesOf(command.invoiceId()));
            var source = lines.stream()
                    .filter(line -> line.getLineNo() == command.lineNo())
                    .filter(line -> net.compareTo(line.getNet()) > 0)
                    .map(InvoiceLine::getSourceId)
                    .findFirst();
            lines.replaceAll(line -> line.getLineNo() == command.lineNo() ? writtenTo(line, net) : line);
            return source.flatMap(
                    id -> raise(draft, lines, line -> line.getSourceId().equals(id)));
        });
    }

    /** For what was written up before anybody asked the limits; nothing when no line is, or none is under a limit. */
    public Optional<RaiseFundsOnDraft> before(ApproveInvoice command) {
        return underReview(command.invoiceId())
                .flatMap(draft -> raise(
                        draft,
                        linesOf(command.invoiceId()),
                        line -> InvoiceLines.adjustment(line).signum() > 0));
    }

    private Optional<InvoiceDrafted> underReview(InvoiceId invoice) {
        int approved = history.all(invoice.value(), InvoiceApproved.class).size();
        int returned = history.all(invoice.value(), InvoiceReturned.class).size();
        boolean discarded =
                !history.all(invoice.value(), InvoiceDiscarded.class).isEmpty();
        return approved > returned || discarded
                ? Optional.empty()
                : history.last(invoice.value(), InvoiceDrafted.class);
    }

    private List<InvoiceLine> linesOf(InvoiceId invoice) {
        return InvoiceLines.of(history, invoice.value()).lines();
    }

    private static InvoiceLine writtenTo(InvoiceLine line, BigDecimal net) {
        return InvoiceLine.newBuilder(line)
                .setAdjustment(InvoiceLines.adjustment(line).add(net).subtract(line.getNet()))
                .setNet(net)
                .build();
    }

    private Optional<RaiseFundsOnDraft> raise(
            InvoiceDrafted draft, List<InvoiceLine> lines, Predicate<InvoiceLine> writtenUp) {
        var limited = limits.limited(draft.getContractId());
        var outside = new Disbursements(history);
        var sources = lines.stream()
                .filter(writtenUp)
                .filter(line -> limited.holdFor(line.getContractLineNo()))
                .filter(line -> !outside.has(line.getSourceId()))
                .map(InvoiceLine::getSourceId)
                .collect(Collectors.toSet());
        var funding = FundingId.of(new ContractId(draft.getContractId()));
        if (sources.isEmpty()
                || history.all(funding.value(), FundingOpened.class).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RaiseFundsOnDraft(
                funding,
                new InvoiceId(draft.getInvoiceId()),
                draft.getPoNumber(),
                FundsOfLines.bySource(lines.stream()
                        .filter(line -> sources.contains(line.getSourceId()))
                        .toList())));
    }
}
