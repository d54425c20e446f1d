package io.fairlead.simulation.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a source of work has of the limits of its contract: granted by order, held, on drafts, billed. */
final class FundsOfSource {

    private final String contract;
    private final int lineNo;
    private final Map<String, BigDecimal> granted = new TreeMap<>();
    private final Map<String, Drafted> drafted = new HashMap<>();
    private BigDecimal worth = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal billed = BigDecimal.ZERO;

    FundsOfSource(String contract, int lineNo) {
        this.contract = contract;
        this.lineNo = lineNo;
    }

    /**
     * On a draft.
     *
     * @param order that the invoice names, and will be billed of
     * @param amount held of the limits
     * @param claimed of the source's worth; review writes up what is billed for it
     */
    private record Drafted(String order, BigDecimal amount, BigDecimal claimed) {

        Drafted plus(Drafted more) {
            return new Drafted(order, amount.add(more.amount), claimed.add(more.claimed));
        }
    }

    String contract() {
        return contract;
    }

    int lineNo() {
        return lineNo;
    }

    void ask(BigDecimal forAllOf, BigDecimal overLimit) {
        worth = forAllOf;
        held = overLimit;
    }

    /** @param order an empty word stands for none */
    void grant(String order, BigDecimal more) {
        granted.merge(order, more, BigDecimal::add);
    }

    BigDecimal granted(String order) {
        return granted.getOrDefault(order, BigDecimal.ZERO);
    }

    /** Of all orders, or of none. */
    BigDecimal granted() {
        return granted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal held() {
        return held;
    }

    boolean isBelowZero() {
        return held.signum() < 0 || granted.values().stream().anyMatch(of -> of.signum() < 0);
    }

    /** Neither drafted nor billed. */
    BigDecimal open() {
        return worth.subtract(drafted()).subtract(billed).max(BigDecimal.ZERO);
    }

    /**
     * A draft takes what was granted.
     *
     * @param share order whose funds they were; an empty word stands for no order
     * @param order that the invoice names
     */
    void draft(String invoice, String share, String order, BigDecimal amount) {
        grant(share, amount.negate());
        drafted.merge(invoice, new Drafted(order, amount, amount), Drafted::plus);
    }

    /** Review writes up what is billed for the same work. */
    void raise(String invoice, String order, BigDecimal amount) {
        drafted.merge(invoice, new Drafted(order, amount, BigDecimal.ZERO), Drafted::plus);
    }

    /** All that the draft has; what was written up is nobody's any more. */
    BigDecimal free(String invoice, String share) {
        var had = drafted.remove(invoice);
        if (had == null) {
            return BigDecimal.ZERO;
        }
        grant(share, had.amount().min(had.claimed()));
        return had.amount();
    }

    /** Of its worth. */
    BigDecimal drafted() {
        return drafted.values().stream().map(Drafted::claimed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param claimed what of its worth the invoice bills, whatever review made of it */
    void consume(String invoice, BigDecimal claimed) {
        drafted.remove(invoice);
        billed = billed.add(claimed);
    }

    void restore(BigDecimal amount) {
        billed = billed.subtract(amount);
    }

    /** Granted or drafted of one order, or of all. */
    BigDecimal taken(@Nullable String order) {
        var onDrafts = drafted.values().stream()
                .filter(part -> order == null || order.equals(part.order()))
                .map(Drafted::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return onDrafts.add(order == null ? granted() : granted(order));
    }
}
