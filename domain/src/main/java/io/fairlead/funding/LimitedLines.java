package io.fairlead.funding;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.funding.FundLimit.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which lines of one contract a limit holds for (R3): all of them once the contract or one of its purchase orders sets an amount,
 * else those with an amount of their own. For whoever asks whether work needs funds before it is billed.
 *
 * @param all whether a limit holds for every line, whatever its own terms
 * @param lines numbers of the lines with a limit of their own
 */
public record LimitedLines(boolean all, Set<Integer> lines) {

    /** Nothing is limited. */
    public static final LimitedLines NONE = new LimitedLines(false, Set.of());

    public LimitedLines {
        lines = Set.copyOf(lines);
    }

    /** @param agreed what a contract agrees on, orders that are drawn among it; without an amount a limit holds for nothing */
    public static LimitedLines of(Collection<FundLimit> agreed) {
        boolean all = agreed.stream().anyMatch(limit -> limit.kind() != Kind.LINE && limit.amount() != null);
        var lines = agreed.stream()
                .filter(limit -> limit.kind() == Kind.LINE && limit.amount() != null)
                .map(limit -> limit.lineNo() == null ? 0 : limit.lineNo())
                .collect(Collectors.toUnmodifiableSet());
        return new LimitedLines(all, lines);
    }

    /** Whether a line of a contract has a limit or a cap of its own. */
    static boolean limits(ContractLine line) {
        return line.getLimit() != null || !line.getCaps().isEmpty();
    }

    /** Whether a limit holds for work on the line. */
    public boolean holdFor(int lineNo) {
        return all || lines.contains(lineNo);
    }

    /** Whether a limit holds for anything of the contract. */
    public boolean any() {
        return all || !lines.isEmpty();
    }

    /**
     * The limits to watch: those with an amount, and all purchase orders once one of them has, since work is drawn from orders
     * in turn.
     *
     * @param agreed in the order in which they are to be watched, and orders as they are drawn
     */
    public static List<FundLimit> watched(List<FundLimit> agreed) {
        boolean drawsOrders = agreed.stream().anyMatch(limit -> limit.kind() == Kind.PO && limit.amount() != null);
        return agreed.stream()
                .filter(limit -> limit.kind() == Kind.PO ? drawsOrders : limit.amount() != null)
                .toList();
    }
}
