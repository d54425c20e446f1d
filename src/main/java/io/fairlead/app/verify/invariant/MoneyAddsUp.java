package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.account.MoneyAccount;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;

/** I12: every cent that came in is applied, refunded, sent back or on account, and invoices have what is applied to them. */
public final class MoneyAddsUp implements Invariant {

    private final Supplier<LogFold> log;
    private final Supplier<ViewRows> views;

    public MoneyAddsUp(Supplier<LogFold> log, Supplier<ViewRows> views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public String sentence() {
        return "received = applied + refunded + sent back + on account, never below 0;"
                + " what is applied stands on its invoice once";
    }

    @Override
    public Finding check() {
        return compare(log.get().money(), views.get().onAccount());
    }

    /** @param shown what is on account by the view, by receipt */
    public static Finding compare(MoneyAccount money, Map<String, BigDecimal> shown) {
        var tally = new Finding.Tally();
        var standing = new HashSet<>(money.onInvoices().keySet());
        money.byReceipt().forEach((id, receipt) -> {
            tally.examined();
            var left = receipt.left();
            tally.require(left.signum() >= 0, "%s gave %s more than it brought", id, left.negate());
            InvoicesAddUp.figure(id, "on account", receipt.saidLeft(), left, tally);
            InvoicesAddUp.figure(id, "on account in the view", shown.getOrDefault(id, BigDecimal.ZERO), left, tally);
            receipt.live().forEach((application, part) -> {
                var key = id + "/" + application;
                var paid = money.onInvoices().get(key);
                standing.remove(key);
                // What waits for an exchange rate has a work item; what was paid before receipts had parts stands
                // without a key.
                tally.require(
                        paid == null
                                || (paid.getAmount().compareTo(part.getAmount()) == 0
                                        && paid.getInvoiceId().equals(part.getInvoiceId())),
                        "%s is applied to %s with %s, and stands otherwise there",
                        key,
                        part.getInvoiceId(),
                        part.getAmount());
            });
        });
        standing.forEach(key -> tally.differs("%s stands on an invoice and is not applied to it", key));
        return tally.finding();
    }
}
