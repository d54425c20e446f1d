package io.fairlead.projection;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads pages of the log; while one is folded the next is read and decoded on another thread. One reader at a time. */
final class PageReader {

    private static final int READ_MAX = 10_000;

    private final EventLog log;
    private final EventCodec codec;
    private final Predicate<PendingEvent> wanted;
    private final int pageSize;
    private final Executor ahead;
    private @Nullable Ahead next;

    private record Ahead(long after, CompletableFuture<List<PendingEvent>> page) {}

    /**
     * @param wanted what is worth decoding beforehand
     * @param ahead where the next page is read
     */
    PageReader(EventLog log, EventCodec codec, Predicate<PendingEvent> wanted, int pageSize, Executor ahead) {
        this.log = log;
        this.codec = codec;
        this.wanted = wanted;
        this.pageSize = pageSize;
        this.ahead = ahead;
    }

    /** The page after the position; shorter than the page size only at the head. */
    List<PendingEvent> after(long position) {
        var read = next;
        next = null;
        var page = read != null && read.after() == position ? join(read.page()) : read(position);
        if (page.size() >= pageSize) {
            long last = page.getLast().position();
            next = new Ahead(last, CompletableFuture.supplyAsync(() -> read(last), ahead));
        }
        return page;
    }

    /** Lets go what was read ahead. */
    void forget() {
        next = null;
    }

    private List<PendingEvent> read(long position) {
        var page = new ArrayList<PendingEvent>();
        while (page.size() < pageSize) {
            long from = page.isEmpty() ? position : page.getLast().position();
            int limit = Math.min(READ_MAX, pageSize - page.size());
            var events = log.after(from, limit);
            for (var event : events) {
                var delivery = new PendingEvent(event, codec);
                if (wanted.test(delivery)) {
                    delivery.decodeAhead();
                }
                page.add(delivery);
            }
            if (events.size() < limit) {
                break;
            }
        }
        return page;
    }

    private static List<PendingEvent> join(CompletableFuture<List<PendingEvent>> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
