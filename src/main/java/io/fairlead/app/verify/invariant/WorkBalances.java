package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.invariant.ViewRows.Balance;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** I2: no money appears or disappears between approval and invoice. */
public final class WorkBalances implements Invariant {

    private final Supplier<LogFold> log;
    private final Supplier<ViewRows> views;

    public WorkBalances(Supplier<LogFold> log, Supplier<ViewRows> views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String sentence() {
        return "per contract and currency: priced work = unbilled + drafted + billed + written off, in minor units";
    }

    @Override
    public Finding check() {
        var priced = new HashMap<Balance, BigDecimal>();
        for (var work : log.get().work().bySource().values()) {
            priced.merge(new Balance(work.contractId(), work.currency()), work.amount(), BigDecimal::add);
        }
        var rows = new HashMap<Balance, BigDecimal>();
        for (var row : views.get().work().values()) {
            rows.merge(
                    new Balance(row.contractId(), row.currency()),
                    row.unbilled().add(row.drafted()).add(row.billed()).add(row.writtenOff()),
                    BigDecimal::add);
        }
        return compare(priced, rows, views.get().movements());
    }

    public static Finding compare(
            Map<Balance, BigDecimal> priced, Map<Balance, BigDecimal> rows, Map<Balance, BigDecimal> movements) {
        var tally = new Finding.Tally();
        var balances = new TreeSet<>(Comparator.comparing(Balance::contractId).thenComparing(Balance::currency));
        balances.addAll(priced.keySet());
        balances.addAll(rows.keySet());
        balances.addAll(movements.keySet());
        for (var balance : balances) {
            tally.examined();
            var inLog = priced.getOrDefault(balance, BigDecimal.ZERO);
            var inRows = rows.getOrDefault(balance, BigDecimal.ZERO);
            var moved = movements.getOrDefault(balance, BigDecimal.ZERO);
            tally.require(
                    minor(inLog, balance).compareTo(minor(inRows, balance)) == 0
                            && minor(inLog, balance).compareTo(minor(moved, balance)) == 0,
                    "%s in %s: priced %s in the log, %s in the view's rows, %s in its movements",
                    balance.contractId(),
                    balance.currency(),
                    inLog.toPlainString(),
                    inRows.toPlainString(),
                    moved.toPlainString());
            tally.require(
                    minor(inLog, balance).stripTrailingZeros().scale() <= 0,
                    "%s in %s: priced %s has parts of a minor unit",
                    balance.contractId(),
                    balance.currency(),
                    inLog.toPlainString());
        }
        return tally.finding();
    }

    private static BigDecimal minor(BigDecimal amount, Balance balance) {
        return amount.movePointRight(Currency.getInstance(balance.currency()).getDefaultFractionDigits());
    }
}
