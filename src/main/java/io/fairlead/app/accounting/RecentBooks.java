package io.fairlead.app.accounting;

import io.fairlead.revenue.ClosePeriod;
import io.fairlead.revenue.OpenPeriod;
import io.fairlead.revenue.ReopenPeriod;
import io.fairlead.shared.AccountingCalendar;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Open days kept for a second, since every command asks for them: what this node closes counts here at once, what another closes
 * after that second. One command reads them anew for all, most often before the second is over, so that hundreds under way
 * neither wait for it nor each read the same. Thread-safe.
 */
public final class RecentBooks implements AccountingCalendar {

    static final Duration KEPT = Duration.ofSeconds(1);
    static final Duration READ_AGAIN = KEPT.dividedBy(2);

    private final AccountingCalendar books;
    private final LongSupplier nanos;
    private final AtomicLong changes = new AtomicLong();
    private final ConcurrentHashMap<String, Company> companies = new ConcurrentHashMap<>();

    /** @param change how many changes this node had made when the days were read */
    private record Kept(Days days, long readAt, long change) {}

    /** @param books asked when nothing fresh is kept */
    public RecentBooks(AccountingCalendar books) {
        this(books, System::nanoTime);
    }

    RecentBooks(AccountingCalendar books, LongSupplier nanos) {
        this.books = books;
        this.nanos = nanos;
    }

    @Override
    public Days of(String legalEntityId) {
        return companies.computeIfAbsent(legalEntityId, Company::new).days();
    }

    /** Whether such a command opens or closes days. */
    static boolean isChangedBy(Object command) {
        return command instanceof ClosePeriod || command instanceof ReopenPeriod || command instanceof OpenPeriod;
    }

    /** Called when days were opened or closed here: whatever was read before no longer counts. */
    void changed() {
        changes.incrementAndGet();
    }

    private final class Company {

        private final String id;
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Kept kept;

        Company(String id) {
            this.id = id;
        }

        Days days() {
            var known = kept;
            if (known != null && isYoungerThan(READ_AGAIN, known)) {
                return known.days();
            }
            if (known != null && isYoungerThan(KEPT, known)) {
                return reading.tryLock() ? read(READ_AGAIN) : known.days();
            }
            reading.lock();
            return read(KEPT);
        }

        private boolean isYoungerThan(Duration age, Kept known) {
            return known.change() == changes.get() && nanos.getAsLong() - known.readAt() < age.toNanos();
        }

        /** Holds the lock when it begins; somebody else may have read while it waited for that. */
        private Days read(Duration youngEnough) {
            try {
                var known = kept;
                if (known != null && isYoungerThan(youngEnough, known)) {
                    return known.days();
                }
                var change = changes.get();
                var readAt = nanos.getAsLong();
                var read = new Kept(books.of(id), readAt, change);
                kept = read;
                return read.days();
            } finally {
                reading.unlock();
            }
        }
    }
}
