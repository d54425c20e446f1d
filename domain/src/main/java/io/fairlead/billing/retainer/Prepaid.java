package io.fairlead.billing.retainer;

import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each prepayment of a retainer, in the order in which they came: work uses them first in, first out, so that it
 * is known at which tax it was paid ahead.
 */
final class Prepaid {

    /** Of amounts on the wire. */
    private static final int SCALE = 4;

    /**
     * A prepayment, or a part of it.
     *
     * @param item what was billed, billing-item:<uuid>
     * @param document invoice on which it was billed
     * @param amount left of it, > 0
     */
    record Part(String item, String document, BigDecimal amount) {

        Part with(BigDecimal other) {
            return new Part(item, document, other);
        }

        boolean isOf(@Nullable String otherItem, @Nullable String otherDocument) {
            return item.equals(otherItem) && document.equals(otherDocument);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> expired = new HashSet<>(); // Items of which something was left when that expired.

    /** The oldest parts that are worth the amount; less where less is left. */
    List<Part> firstIn(BigDecimal wanted) {
        var taken = new ArrayList<Part>();
        var missing = wanted;
        for (var part : parts) {
            var amount = part.amount().min(missing).setScale(SCALE);
            if (amount.signum() > 0) {
                taken.add(part.with(amount));
                missing = missing.subtract(amount);
            }
        }
        return taken;
    }

    /** One more; below 0 a credit, which takes off what is left of that item and then off what came last. */
    void fill(String item, String document, BigDecimal amount) {
        if (amount.signum() > 0) {
            parts.add(new Part(item, document, amount));
            return;
        }
        var missing = amount.negate();
        for (var part : List.copyOf(parts).reversed()) {
            if (part.item().equals(item)) {
                missing = missing.subtract(take(part, missing));
            }
        }
        for (var part : List.copyOf(parts).reversed()) {
            missing = missing.subtract(take(part, missing));
        }
    }

    /** A draw that does not tell its part is of before parts were told: it took the oldest. */
    void draw(@Nullable String item, @Nullable String document, BigDecimal amount) {
        var missing = amount;
        for (var part : List.copyOf(parts)) {
            if (item == null || part.isOf(item, document)) {
                missing = missing.subtract(take(part, missing));
            }
        }
    }

    /** To the part that it was of; where that is not told, to the oldest. */
    void giveBack(@Nullable String item, @Nullable String document, BigDecimal amount) {
        for (int at = 0; at < parts.size(); at++) {
            var part = parts.get(at);
            if (item == null || part.isOf(item, document)) {
                parts.set(at, part.with(part.amount().add(amount)));
                return;
            }
        }
    }

    void expire() {
        parts.stream()
                .filter(part -> part.amount().signum() > 0)
                .map(Part::item)
                .forEach(expired::add);
        parts.replaceAll(part -> part.with(BigDecimal.ZERO));
    }

    /**
     * What expired has no other prepayment behind it: the firm has earned it.
     *
     * @param credited of the item; below 0 of what fills
     * @throws RuleViolated Y-01 when less than that is left
     */
    void requireLeft(String item, BigDecimal credited, BigDecimal balance) {
        if (credited.compareTo(balance) > 0) {
            throw RetainerDrawings.drawnAlready(balance);
        }
        if (expired.contains(item) && credited.compareTo(leftOf(item)) > 0) {
            throw RetainerDrawings.expiredAlready(leftOf(item));
        }
    }

    private BigDecimal leftOf(String item) {
        return parts.stream()
                .filter(part -> part.item().equals(item))
                .map(Part::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(SCALE);
    }

    private BigDecimal take(Part part, BigDecimal wanted) {
        var taken = part.amount().min(wanted);
        parts.set(parts.indexOf(part), part.with(part.amount().subtract(taken)));
        return taken;
    }
}
