package io.fairlead.app.parked;

import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.app.web.Streams;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.WaitingWork;
import io.fairlead.schema.FailureText;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has people know of work that waits. Every node looks after the work that it has claimed: what has waited for some
 * seconds is told to whoever asks, and is a work item once it has waited for the stated time, which is cleared when the work goes
 * on, on whichever node.
 */
public final class WaitingItems implements AutoCloseable {

    /**
     * How long something waits before it is told: the first connection of a start or of a new owner takes some seconds and comes
     * by itself, and what is told at each start is not read any more when it matters.
     */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final String CLAIMS = "claims";

    private final Supplier<Map<String, LeasedWork>> works;
    private final Supplier<Optional<String>> claimsTrouble;
    private final Supplier<List<String>> open;
    private final AskedItems items;
    private final InstantSource clock;
    private final Duration toldAfter;
    private final RepeatedLook looks = new RepeatedLook("waiting-work", "work items of what waits", this::look);
    private volatile SortedMap<String, Wait> waits = new TreeMap<>();

    /**
     * Does not look yet.
     *
     * @param works what this node does now, by name
     * @param claimsTrouble why this node cannot keep its claims; then it has no work that could tell. It is no work item, since it
     *     is the database that does not answer
     * @param open ids of the items of waiting work that are open, as the views know them
     * @param commands with keys of its own
     * @param toldAfter how long work may wait before people are asked to look
     */
    public WaitingItems(
            Supplier<Map<String, LeasedWork>> works,
            Supplier<Optional<String>> claimsTrouble,
            Supplier<List<String>> open,
            Streams streams,
            StreamHistory history,
            Commands commands,
            InstantSource clock,
            Duration toldAfter) {
        this.works = works;
        this.claimsTrouble = claimsTrouble;
        this.open = open;
        this.items = new AskedItems(streams, history, commands);
        this.clock = clock;
        this.toldAfter = toldAfter;
    }

    /**
     * Work that waits.
     *
     * @param work its name
     * @param since UTC
     */
    public record Wait(String work, WaitReason waiting, Instant since) {}

    /** What waits on this node and has for {@link #SETTLED}, by name; not older than a few seconds. */
    public List<Wait> waits() {
        var settled = clock.instant().minus(SETTLED);
        return waits.values().stream()
                .filter(wait -> !wait.since().isAfter(settled))
                .toList();
    }

    /** Begins to look, on a thread of its own. */
    public void start() {
        looks.start(() -> true);
    }

    @Override
    public void close() {
        looks.close();
    }

    /** Sees what waits now, and raises and clears what that asks for. */
    void look() {
        var now = clock.instant();
        var all = works.get();
        var before = waits;
        var seen = new TreeMap<String, Wait>();
        all.forEach((name, work) ->
                waiting(work).ifPresent(one -> seen.put(name, new Wait(name, one, since(one, before.get(name), now)))));
        var told = new TreeMap<>(seen);
        claimsTrouble
                .get()
                .map(WaitingItems::withoutDatabase)
                .ifPresent(one -> told.put(CLAIMS, new Wait(CLAIMS, one, since(one, before.get(CLAIMS), now))));
        waits = told;
        var overdue = new HashSet<ExceptionId>();
        for (var wait : seen.values()) {
            if (!wait.since().plus(toldAfter).isAfter(now)) {
                var item = new WaitingWork(wait.work());
                var what = wait.waiting();
                overdue.add(item.exceptionId());
                items.raise(item.raise(what.what(), wait.since(), what.reason(), what.remedy(), now));
            }
        }
        items.keepOnly(overdue);
        clear(all, seen, now);
    }

    /** Only what goes on here is cleared: what another node does is that node's to tell. */
    private void clear(Map<String, LeasedWork> all, Map<String, Wait> seen, Instant now) {
        var known = new HashSet<>(open.get());
        if (!known.isEmpty()) {
            for (var name : all.keySet()) {
                var item = new WaitingWork(name);
                if (!seen.containsKey(name) && known.contains(item.exceptionId().value())) {
                    items.clear(item.clear(now));
                }
            }
        }
    }

    private static Optional<WaitReason> waiting(LeasedWork work) {
        try {
            return work.waiting();
        } catch (RuntimeException e) { // It has to ask the database.
            return Optional.of(withoutDatabase(FailureText.of(e)));
        }
    }

    private static WaitReason withoutDatabase(String reason) {
        return new WaitReason(
                "everything", reason, "see whether the database answers; it then goes on by itself", null);
    }

    private static Instant since(WaitReason one, @Nullable Wait before, Instant now) {
        var told = one.since();
        return told != null ? told : before != null ? before.since() : now;
    }
}
