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

    /** @param order that the invoice names, and will be billed of */
    private record Drafted(String order, BigDecimal amount) {}

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
        drafted.merge(
                invoice,
                new Drafted(order, amount),
                (a, b) -> new Drafted(a.order(), a.amount().add(b.amount())));
    }

    /** What the draft has left when it lets go of some. */
    BigDecimal free(String invoice, String share, BigDecimal amount) {
        var had = drafted.getOrDefault(invoice, new Drafted("", BigDecimal.ZERO));
        var left = new Drafted(had.order(), had.amount().subtract(amount));
        drafted.put(invoice, left);
        grant(share, amount);
        return left.amount();
    }

    BigDecimal drafted() {
        return drafted.values().stream().map(Drafted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param differing what the invoice bills of it; null when it is what the draft had */
    void consume(String invoice, @Nullable BigDecimal differing) {
        var was = drafted.remove(invoice);
        var asDrafted = was == null ? BigDecimal.ZERO : was.amount();
        billed = billed.add(differing == null ? asDrafted : differing);
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
