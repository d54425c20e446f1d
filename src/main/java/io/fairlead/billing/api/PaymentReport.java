package io.fairlead.billing.api;

import io.fairlead.billing.api.PaymentsImported.Outcome;
import io.fairlead.billing.api.PaymentsImported.Payment;
import io.fairlead.billing.api.PaymentsImported.Sum;
import io.fairlead.gateway.bank.BankEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of each payment of an import. */
final class PaymentReport {

    private static final int TOLD_MAX = 10_000;

    private final List<Payment> told = new ArrayList<>();
    private final Map<String, Sum> sums = new TreeMap<>();
    private long position;

    void reached(long written) {
        position = Math.max(position, written);
    }

    /** The entry as a whole has one outcome. */
    void whole(BankEntry entry, Outcome outcome, String reason) {
        var party = entry.transactions().size() == 1
                ? entry.transactions().getFirst().party()
                : null;
        add(entry, 0, entry.movement(), party, new Became(outcome, List.of(), reason));
    }

    /**
     * What became of a payment.
     *
     * @param invoices numbers of those that it pays, or may pay
     */
    record Became(
            Outcome outcome,
            List<String> invoices,
            @Nullable String reason) {}

    /**
     * One payment has an outcome.
     *
     * @param no within the entry, from 1; 0 stands for the whole entry
     * @param amount below 0 when it goes out
     */
    void add(BankEntry entry, int no, BigDecimal amount, @Nullable String party, Became became) {
        var outcome = became.outcome();
        sums.merge(
                outcome + " " + entry.currency(),
                new Sum(outcome, entry.currency(), 1, amount),
                (one, more) -> new Sum(
                        outcome,
                        entry.currency(),
                        one.payments() + 1,
                        one.amount().add(more.amount())));
        if (told.size() < TOLD_MAX) {
            told.add(new Payment(
                    entry.key(),
                    no,
                    amount,
                    entry.currency(),
                    entry.valueDate(),
                    party,
                    outcome,
                    became.invoices(),
                    became.reason()));
        }
    }

    PaymentsImported done(
            boolean dryRun,
            String sha256,
            int statements,
            int entries,
            List<String> differences,
            List<String> unproved) {
        return new PaymentsImported(
                dryRun,
                sha256,
                statements,
                entries,
                differences,
                unproved,
                List.copyOf(sums.values()),
                List.copyOf(told),
                position);
    }
}
