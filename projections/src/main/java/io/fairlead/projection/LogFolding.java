package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log page by page into one set of tables: a small page in one transaction, a large one in several beside
 * each other, each with segments of its own. One caller at a time.
 */
final class LogFolding {

    /** Below it a second transaction costs more than it gains. */
    private static final int SPLIT_MIN = 400;

    private static final long JOIN_LAG_MAX = 5_000;
    private static final String JOIN_LOCK = "select pg_advisory_xact_lock(hashtextextended('fairlead views join', 0))";

    private final DSLContext db;
    private final List<BatchFolder> folders;
    private final PageReader reader;
    private final PageReader newcomersReader;
    private final Executor threads;

    /**
     * @param folds fresh instances, one list for each thread that folds
     * @param fresh whether the tables began empty and nobody reads them yet
     */
    LogFolding(
            EventLog log,
            EventCodec codec,
            DSLContext db,
            List<? extends List<? extends Projection>> folds,
            int pageSize,
            boolean fresh) {
        this.db = db;
        this.folders = folds.stream()
                .map(instances -> new BatchFolder(db, codec, instances, fresh))
                .toList();
        var first = folders.getFirst();
        var factory = Thread.ofPlatform().daemon().name("fairlead-views-", 1).factory();
        this.threads = task -> factory.newThread(task).start();
        this.reader = new PageReader(log, codec, first::handles, pageSize, threads);
        this.newcomersReader = new PageReader(log, codec, first::handles, pageSize, threads);
    }

    /** Reads how far the tables have come, after all views have joined that are new in this version. */
    Positions open() {
        reader.forget();
        if (!Segments.joined(db).containsAll(names())) {
            db.transaction(alone -> {
                alone.dsl().execute(JOIN_LOCK);
                var newcomers = new HashSet<>(names());
                newcomers.removeAll(Segments.joined(db));
                join(newcomers);
            });
        }
        return Segments.read(db);
    }

    private Set<String> names() {
        return folders.getFirst().names();
    }

    /**
     * Folds one page.
     *
     * @return the positions afterwards; the known ones when there is nothing to fold up to the limit
     */
    Positions step(SegmentSet segments, Positions known, Positions limit) {
        long from = known.lowestBelow(limit, segments);
        if (from == Long.MAX_VALUE) {
            return known;
        }
        var page = reader.after(from);
        if (page.isEmpty()) {
            return known;
        }
        var shares = page.size() < SPLIT_MIN ? List.of(segments) : segments.dealt(folders.size());
        return shares.size() == 1
                ? folders.getFirst().fold(page, segments, known, limit)
                : foldShares(page, shares, known, limit);
    }

    private Positions foldShares(List<PendingEvent> page, List<SegmentSet> shares, Positions known, Positions limit) {
        var others = new ArrayList<CompletableFuture<Positions>>();
        for (int i = 1; i < shares.size(); i++) {
            var folder = folders.get(i);
            var share = shares.get(i);
            others.add(CompletableFuture.supplyAsync(() -> folder.fold(page, share, known, limit), threads));
        }
        var moved = known;
        try {
            moved = folders.getFirst().fold(page, shares.getFirst(), known, limit);
        } finally {
            // Also after a failure: no folder may still be at work when the next page comes.
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                    .handle((_, _) -> true)
                    .join();
        }
        for (int i = 1; i < shares.size(); i++) {
            moved = moved.with(join(others.get(i - 1)), shares.get(i));
        }
        return moved;
    }

    private static Positions join(CompletableFuture<Positions> share) {
        try {
            return share.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void join(Set<String> newcomers) {
        // What an interrupted attempt parked is parked again, in order.
        db.deleteFrom(PARKED_EVENT)
                .where(PARKED_EVENT.PROJECTION.eq(DSL.any(newcomers.toArray(String[]::new))))
                .execute();
        var reached = new Positions[] {Positions.everywhere(0)};
        boolean joined = false;
        while (!joined) {
            reached[0] = foldNewcomers(db, newcomers, reached[0], Segments.read(db));
            joined = db.transactionResult(tx -> {
                var positions = Segments.lock(tx.dsl(), SegmentSet.ALL).positions();
                if (positions.highest() - reached[0].lowest() > JOIN_LAG_MAX) {
                    return false;
                }
                var _ = foldNewcomers(tx.dsl(), newcomers, reached[0], positions);
                Segments.join(tx.dsl(), newcomers);
                return true;
            });
        }
    }

    private Positions foldNewcomers(DSLContext own, Set<String> newcomers, Positions from, Positions limit) {
        var reached = from;
        while (true) {
            long lowest = reached.lowestBelow(limit, SegmentSet.ALL);
            var page = lowest == Long.MAX_VALUE ? List.<PendingEvent>of() : newcomersReader.after(lowest);
            if (page.isEmpty()) {
                return reached;
            }
            folders.getFirst().foldNewcomers(own, page, newcomers, reached, limit);
            reached = reached.advanced(SegmentSet.ALL, page.getLast().position(), limit);
        }
    }

    int retry(String projection, @Nullable String onlyStream, Function<String, List<StoredEvent>> stream) {
        return folders.getFirst().retry(projection, onlyStream, stream);
    }

    /** The same projections for each of several threads. */
    static List<? extends List<? extends Projection>> copies(
            Supplier<? extends List<? extends Projection>> folds, int threads) {
        return Stream.generate(folds).limit(threads).toList();
    }
}
