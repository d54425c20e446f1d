package io.fairlead.billing.retainer;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.billing.run.UnbilledWorkLookup;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.expense.ExpenseId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a retainer pays on a draft: the work stands there at its price, and for each prepayment that is used a line below 0
 * takes off what is drawn, at the tax that was paid ahead. The draws are stored before the draft, so that no two drafts use the
 * same money. Part of the billing run.
 */
public final class RetainerDraws {

    /** UNCL5305: services outside scope of tax. */
    private static final String OUTSIDE_TAX = "O";

    private final UnbilledWorkLookup work;
    private final Commands commands;
    private final StreamHistory history;

    public RetainerDraws(UnbilledWorkLookup work, Commands commands, StreamHistory history) {
        this.work = work;
        this.commands = commands;
        this.history = history;
    }

    /** The sources of each draft, and draws for each line whose retainer has something left. */
    public Map<InvoicePlanned, List<Source>> with(Map<InvoicePlanned, List<Source>> drafts) {
        var retainers = work.retainers(drafts.keySet().stream()
                .map(InvoicePlanned::getContractId)
                .distinct()
                .toList());
        if (retainers.isEmpty()) {
            return drafts;
        }
        var all = new LinkedHashMap<InvoicePlanned, List<Source>>();
        drafts.forEach((planned, sources) -> {
            var more = new ArrayList<>(sources);
            retainers
                    .getOrDefault(planned.getContractId(), Map.of())
                    .forEach((lineNo, retainer) -> more.addAll(draw(planned, retainer, ofLine(sources, lineNo))));
            all.put(planned, more);
        });
        return all;
    }

    private static List<DraftLine> ofLine(List<Source> sources, int lineNo) {
        return sources.stream()
                .map(Source::line)
                .filter(line -> line.contractLineNo() == lineNo && isDrawn(line))
                .toList();
    }

    /** Time and expenses are drawn; items, and what was paid on the customer's behalf, are billed as they are. */
    private static boolean isDrawn(DraftLine line) {
        return !line.sourceId().startsWith(BillingItemId.KIND + ":")
                && !(line.sourceId().startsWith(ExpenseId.KIND + ":")
                        && line.taxCategory().equals(OUTSIDE_TAX));
    }

    private List<Source> draw(InvoicePlanned planned, RetainerId retainer, List<DraftLine> lines) {
        var wanted = lines.stream().map(DraftLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (wanted.signum() <= 0) {
            return List.of();
        }
        var invoice = new InvoiceId(planned.getInvoiceId());
        commands.send(
                new DrawRetainer(retainer, invoice, wanted, planned.getIssueDate()),
                "draw/" + retainer + "/" + invoice);
        return history.all(retainer.value(), RetainerDrawn.class).stream()
                .filter(drawn -> drawn.getInvoiceId().equals(invoice.value()))
                .map(drawn -> new Source(line(drawn, lines), null))
                .toList();
    }

    private DraftLine line(RetainerDrawn drawn, List<DraftLine> lines) {
        var last = lines.getLast();
        var ahead = prepayment(drawn);
        return new DraftLine(
                drawn.getRetainerId(),
                drawn.getDrawNo(),
                drawn.getLineNo(),
                last.projectId(),
                "Drawn from the retainer",
                last.serviceDate(),
                null,
                null,
                null,
                drawn.getAmount().negate(),
                ahead == null ? last.taxCategory() : ahead.getTaxCategory(),
                ahead == null ? last.taxCodes() : ahead.getTaxCodes(),
                ahead == null ? null : TaxCodes.dayOf(ahead));
    }

    /** The line on which it was billed ahead; null where the draw is of before it told what it uses up. */
    private @Nullable InvoiceLine prepayment(RetainerDrawn drawn) {
        var item = drawn.getBillingItemId();
        var document = drawn.getDocumentId();
        return item == null || document == null
                ? null
                : InvoiceLines.of(history, document).lines().stream()
                        .filter(line -> line.getSourceId().equals(item))
                        .findFirst()
                        .orElseThrow();
    }
}
