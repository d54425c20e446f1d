package io.fairlead.projection;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads of somebody who acts for some companies only: every statement that the thread sends within them sees the rows of these
 * companies and of what all share, see {@code db/bi/afterMigrate__bounded.sql}. The bound stands below the queries, so that none
 * can forget it; where there is no bound, statements are as they always were.
 */
public final class BoundReads {

    private static final ScopedValue<Set<String>> COMPANIES = ScopedValue.newInstance();

    private BoundReads() {}

    /**
     * Runs something that may read of these companies alone.
     *
     * @param legalEntityIds legal-entity:<code> of each; none of them has a comma
     */
    public static <T, X extends Throwable> T within(
            Set<String> legalEntityIds, ScopedValue.CallableOp<? extends T, X> reads) throws X {
        for (var id : legalEntityIds) {
            if (id.indexOf(',') >= 0) {
                throw new IllegalArgumentException("legalEntityIds: " + id + " has a comma");
            }
        }
        return ScopedValue.where(COMPANIES, Set.copyOf(legalEntityIds)).call(reads);
    }

    /** Whether the thread may read of some companies only. */
    public static boolean isBound() {
        return COMPANIES.isBound();
    }

    /** The companies, as the session of the database holds them; empty where there is no bound. */
    static Optional<String> session() {
        return COMPANIES.isBound() ? Optional.of(String.join(",", new TreeSet<>(COMPANIES.get()))) : Optional.empty();
    }
}
