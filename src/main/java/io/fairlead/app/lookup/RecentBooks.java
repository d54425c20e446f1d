package io.fairlead.app.lookup;

import io.fairlead.revenue.ClosePeriod;
import io.fairlead.revenue.OpenPeriod;
import io.fairlead.revenue.ReopenPeriod;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.store.axon.OpenBooks;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open days kept for a second, since every command asks for them: what this node closes counts here at once, what another closes
 * after that second. Thread-safe.
 */
public final class RecentBooks implements OpenBooks {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final AccountingCalendar books;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Days days, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < KEPT_NANOS;
        }
    }

    /** @param books asked when nothing fresh is kept */
    public RecentBooks(AccountingCalendar books) {
        this.books = books;
    }

    @Override
    public Days of(String legalEntityId) {
        var known = kept.get(legalEntityId);
        if (known != null && known.isFresh()) {
            return known.days();
        }
        var readAt = System.nanoTime();
        var read = new Kept(books.of(legalEntityId), readAt);
        kept.put(legalEntityId, read);
        return read.days();
    }

    @Override
    public void accepted(Object command) {
        if (command instanceof ClosePeriod || command instanceof ReopenPeriod || command instanceof OpenPeriod) {
            kept.clear();
        }
    }
}
