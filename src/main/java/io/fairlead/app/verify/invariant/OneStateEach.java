package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.InvoiceAccount.Seen;
import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.account.WorkAccount;
import io.fairlead.app.verify.account.WorkAccount.Portion;
import io.fairlead.app.verify.account.WorkAccount.Work;
import io.fairlead.billing.invoice.InvoiceLines;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** I3: each part of priced work is unbilled, on one draft, on one issued line or given up, and the view shows the same. */
public final class OneStateEach implements Invariant {

    private final Supplier<LogFold> log;
    private final Supplier<ViewRows> views;

    public OneStateEach(Supplier<LogFold> log, Supplier<ViewRows> views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String sentence() {
        return "each part of a priced entry or ready item is unbilled, on one draft, on one issued line or given up; so the view";
    }

    @Override
    public Finding check() {
        var fold = log.get();
        return compare(fold.work(), fold.invoices().byInvoice(), views.get().work());
    }

    public static Finding compare(WorkAccount account, Map<String, Seen> invoices, Map<String, ViewRows.Work> shown) {
        var tally = new Finding.Tally();
        account.contradictions().forEach(sentence -> tally.differs("%s", sentence));
        account.bySource().forEach((source, work) -> {
            tally.examined();
            work.portions()
                    .values()
                    .forEach(portion -> onItsInvoice(source, portion, invoices.get(portion.invoiceId()), tally));
            shown(source, work, shown.get(source), tally);
        });
        shown.keySet().stream()
                .filter(source -> !account.bySource().containsKey(source))
                .forEach(source -> tally.differs("%s is in the view but was never priced", source));
        return tally.finding();
    }

    private static void onItsInvoice(String source, Portion work, @Nullable Seen invoice, Finding.Tally tally) {
        var invoiceId = work.invoiceId();
        switch (work.state()) {
            case DRAFTED -> {
                // A plan's draft gets its lines after its claims; until then there is nothing to find the source on.
                if (invoice != null) {
                    tally.require(!invoice.isDiscarded(), "%s is on %s, which is discarded", source, invoiceId);
                    tally.require(invoice.issued() == null, "%s is on %s, which is issued", source, invoiceId);
                    tally.require(
                            invoice.drafted() == null
                                    || invoice.lines().stream()
                                            .anyMatch(line -> line.getSourceId().equals(source)),
                            "%s is on %s, which has no line of it",
                            source,
                            invoiceId);
                }
            }
            case BILLED -> {
                if (invoice == null || invoice.issued() == null) {
                    tally.differs("%s is billed on %s, which is not issued", source, invoiceId);
                    return;
                }
                tally.require(
                        invoice.lines().stream()
                                .anyMatch(line -> line.getLineNo() == work.invoiceLineNo()
                                        && line.getSourceId().equals(source)
                                        && line.getNet()
                                                        .subtract(InvoiceLines.adjustment(line))
                                                        .compareTo(work.amount())
                                                == 0),
                        "%s is billed on line %d of %s, which does not say so",
                        source,
                        work.invoiceLineNo(),
                        invoiceId);
            }
        }
    }

    private static void shown(String source, Work work, ViewRows.@Nullable Work row, Finding.Tally tally) {
        if (row == null) {
            tally.differs("%s is priced but not in the view", source);
            return;
        }
        boolean same = row.unbilled().compareTo(work.unbilled()) == 0
                && row.drafted().compareTo(work.drafted()) == 0
                && row.billed().compareTo(work.billed()) == 0
                && row.writtenOff().compareTo(work.writtenOff()) == 0
                && (row.invoiceId() == null || isOn(work, row.invoiceId()))
                && (row.invoiceId() != null || work.drafted().signum() == 0)
                && work.contractId().equals(row.contractId())
                && work.currency().equals(row.currency());
        tally.require(
                same,
                "%s has unbilled %s, drafted %s, billed %s, written off %s; the view shows %s, %s, %s, %s on %s",
                source,
                work.unbilled(),
                work.drafted(),
                work.billed(),
                work.writtenOff(),
                row.unbilled(),
                row.drafted(),
                row.billed(),
                row.writtenOff(),
                String.valueOf(row.invoiceId()));
        tally.require(
                row.priced().compareTo(work.amount()) == 0,
                "%s is worth %s; the view shows %s",
                source,
                work.amount(),
                row.priced());
    }

    private static boolean isOn(Work work, String invoiceId) {
        return work.portions().values().stream()
                .anyMatch(portion -> portion.invoiceId().equals(invoiceId));
    }
}
