package io.fairlead.billing;

import io.fairlead.billing.UnbilledWorkLookup.Source;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.NameUuid;
import io.fairlead.time.PutTimeOnDraft;
import io.fairlead.time.TimeEntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Claims what a planned invoice proposes and makes a draft of what was granted. Part of the billing run. */
final class InvoiceDrafting {

    /** Lines that one event may carry. */
    private static final int LINES_MAX = 500;

    private static final Comparator<Source> BY_DAY = Comparator.comparing(
                    (Source source) -> source.line().serviceDate())
            .thenComparing(source -> source.line().sourceId());

    private final UnbilledWorkLookup work;
    private final Commands commands;

    InvoiceDrafting(UnbilledWorkLookup work, Commands commands) {
        this.work = work;
        this.commands = commands;
    }

    void draft(InvoicePlanned planned, List<Source> proposed) {
        var invoice = new InvoiceId(planned.getInvoiceId());
        var granted = new LinkedHashMap<String, Source>();
        // What an interrupted attempt claimed is no longer proposed, but it belongs to this draft.
        work.claimedBy(planned.getInvoiceId())
                .forEach(source -> granted.put(source.line().sourceId(), source));
        var answers = commands.sendAll(
                proposed.stream().map(source -> claim(source, invoice)).toList());
        for (int i = 0; i < proposed.size(); i++) {
            if (answers.get(i) instanceof Accepted) {
                granted.put(proposed.get(i).line().sourceId(), proposed.get(i));
            }
        }
        if (granted.isEmpty()) {
            return; // Another run was faster: nothing is left to bill here.
        }
        var lines = granted.values().stream().sorted(BY_DAY).toList();
        for (int from = 0; from < lines.size(); from += LINES_MAX) {
            add(invoice, lines.subList(from, Math.min(lines.size(), from + LINES_MAX)));
        }
        commands.send(new DraftInvoice(invoice, termsOf(planned)), "draft/" + invoice);
    }

    private void add(InvoiceId invoice, List<Source> sources) {
        var lines = sources.stream().map(Source::line).toList();
        var authors = sources.stream().map(Source::author).distinct().sorted().toList();
        var ids = new ArrayList<String>();
        lines.forEach(line -> ids.add(line.sourceId()));
        commands.send(
                new AddInvoiceLines(invoice, lines, authors),
                "lines/" + invoice + "/" + NameUuid.of(ids.toArray(String[]::new)));
    }

    private static Keyed claim(Source source, InvoiceId invoice) {
        var id = source.line().sourceId();
        var key = "claim/" + id + "/" + invoice;
        return id.startsWith(TimeEntryId.KIND + ":")
                ? new Keyed(new PutTimeOnDraft(new TimeEntryId(id), invoice), key)
                : new Keyed(new PutBillingItemOnDraft(new BillingItemId(id), invoice), key);
    }

    private static InvoiceTerms termsOf(InvoicePlanned planned) {
        return new InvoiceTerms(
                new BillingRunId(planned.getBillingRunId()),
                new ContractId(planned.getContractId()),
                new CustomerId(planned.getCustomerId()),
                new LegalEntityId(planned.getLegalEntityId()),
                planned.getPoNumber(),
                planned.getCurrency(),
                planned.getCutOff(),
                planned.getIssueDate(),
                planned.getPreparer());
    }
}
