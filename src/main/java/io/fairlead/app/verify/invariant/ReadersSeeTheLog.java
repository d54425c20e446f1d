package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** I16: figures of the views that readers have are those of the log, whatever lies between. */
public final class ReadersSeeTheLog implements Invariant {

    private static final int EXAMPLES_MAX = 100;
    private static final List<String> SUMS = List.of("company", "customer", "project");

    private final Supplier<LogFold> log;
    private final Supplier<ViewRows> views;

    public ReadersSeeTheLog(Supplier<LogFold> log, Supplier<ViewRows> views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public String id() {
        return "I16";
    }

    @Override
    public String sentence() {
        return "schema bi: unbilled work by contract, company, customer and project, money on account and the gross of each"
                + " issued document are what the log makes";
    }

    @Override
    public Finding check() {
        return compare(due(log.get()), views.get().readers());
    }

    private static Map<String, BigDecimal> due(LogFold fold) {
        var due = new HashMap<String, BigDecimal>();
        for (var work : fold.work().bySource().values()) {
            var unbilled = work.unbilled().add(work.drafted());
            due.merge("unbilled of " + work.contractId() + " in " + work.currency(), unbilled, BigDecimal::add);
            for (var by : SUMS) {
                due.merge("unbilled by " + by + " in " + work.currency(), unbilled, BigDecimal::add);
            }
        }
        fold.money().byReceipt().forEach((id, receipt) -> due.put("on account of " + id, receipt.left()));
        fold.invoices().byInvoice().forEach((id, told) -> {
            var issued = told.issued();
            if (issued != null) {
                due.put("gross of " + id, issued.getGross());
            }
        });
        fold.credits().issued().forEach((id, issued) -> due.put("gross of " + id, issued.getGross()));
        return due;
    }

    /** What is not there is 0. */
    public static Finding compare(Map<String, BigDecimal> due, Map<String, BigDecimal> shown) {
        var tally = new Finding.Tally(EXAMPLES_MAX);
        var all = new TreeSet<>(due.keySet());
        all.addAll(shown.keySet());
        for (var figure : all) {
            tally.examined();
            var inLog = due.getOrDefault(figure, BigDecimal.ZERO);
            var inView = shown.getOrDefault(figure, BigDecimal.ZERO);
            tally.require(
                    inLog.compareTo(inView) == 0,
                    "%s is %s in bi, %s by the log",
                    figure,
                    inView.toPlainString(),
                    inLog.toPlainString());
        }
        return tally.finding();
    }
}
