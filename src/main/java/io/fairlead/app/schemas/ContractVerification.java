package io.fairlead.app.schemas;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.UnreadableEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log with today's classes and checks each event by its contract, with several readers. Holds a page for each
 * of them, whatever the length of the log. Thread-safe.
 */
public final class ContractVerification {

    /** Positions that one reader takes at a time. */
    static final int PAGE_SIZE = 2_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final EventLog log;
    private final EventCodec codec;
    private final EventContracts contracts = new EventContracts();
    private final KnownBreaches known;
    private final int readers;

    /** @param readers that read side by side, from 1 */
    public ContractVerification(EventLog log, EventCodec codec, KnownBreaches known, int readers) {
        this.log = log;
        this.codec = codec;
        this.known = known;
        this.readers = readers;
    }

    /**
     * What to check.
     *
     * @param from first position, from 1
     * @param to last position, inclusive
     * @param event full or simple name; null for all
     */
    public record Wanted(long from, long to, @Nullable String event) {

        boolean wants(StoredEvent stored) {
            return event == null || stored.type().equals(event) || stored.type().endsWith("." + event);
        }
    }

    public long head() {
        return log.head();
    }

    /** Checks all that is stored now. */
    public ContractReport runOverAll() {
        return run(new Wanted(1, Long.MAX_VALUE, null), new LongAdder());
    }

    /**
     * Checks; what cannot be read is counted, and the check goes on.
     *
     * @param wanted a position behind the head stands for the head
     * @param passed counts positions while it runs
     */
    public ContractReport run(Wanted wanted, LongAdder passed) {
        long begin = System.nanoTime();
        var bounded = new Wanted(wanted.from(), Math.min(wanted.to(), log.head()), wanted.event());
        var next = new AtomicLong(bounded.from());
        var all = new ContractTally();
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("contracts-", 1).factory())) {
            var running = IntStream.range(0, readers)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> read(bounded, next, passed), threads))
                    .toList();
            running.forEach(reader -> all.add(reader.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        return all.report(bounded, Math.round((System.nanoTime() - begin) / NANOS_PER_SECOND * 1000) / 1000.0);
    }

    /** Takes page after page until none is left. */
    private ContractTally read(Wanted wanted, AtomicLong next, LongAdder passed) {
        var tally = new ContractTally();
        try {
            for (long first = next.getAndAdd(PAGE_SIZE); first <= wanted.to(); first = next.getAndAdd(PAGE_SIZE)) {
                page(first, Math.min(first + PAGE_SIZE - 1, wanted.to()), wanted, tally);
                passed.add(Math.min(PAGE_SIZE, wanted.to() - first + 1));
            }
        } catch (RuntimeException e) {
            next.set(wanted.to() + 1); // The others end with their page.
            throw e;
        }
        return tally;
    }

    private void page(long first, long last, Wanted wanted, ContractTally tally) {
        long reached = first - 1;
        while (reached < last) {
            var page = log.after(reached, (int) (last - reached));
            for (var event : page) {
                if (event.position() <= last && wanted.wants(event)) {
                    check(event, tally);
                }
            }
            reached = page.isEmpty() ? last : page.getLast().position();
        }
    }

    private void check(StoredEvent event, ContractTally tally) {
        SpecificRecord content;
        try {
            content = codec.decode(event);
        } catch (UnreadableEvent e) {
            tally.unreadable(event, reason(e));
            return;
        }
        tally.checked(event, contracts.breaches(content), known);
    }

    /** Which class of failure it was; its own text may hold what was stored. */
    private static String reason(UnreadableEvent unreadable) {
        var cause = unreadable.getCause();
        return cause == null
                ? "today's classes do not take its bytes"
                : "cannot be read: " + cause.getClass().getSimpleName();
    }
}
