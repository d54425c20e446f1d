package io.fairlead.app.parked;

import io.fairlead.app.parked.ParkTables.Parked;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.web.Nearest;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.schema.StorableText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Retries and discards parked events. A view's are folded here and now, under the engine's own locks; a process's by
 * the node that owns it, between two of its pages, so that nothing overtakes anything.
 */
public final class ParkedEvents {

    static final int REASON_LENGTH_MAX = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ParkTables tables;
    private final ParkOrders orders;
    private final Views views;
    private final Set<String> viewNames;
    private final Set<String> processNames;

    /** How the projection engine retries. */
    public interface Views {

        /**
         * Folds parked events again.
         *
         * @param stream null means all
         * @return how many could be folded
         */
        int retry(String view, @Nullable String stream);
    }

    public ParkedEvents(
            ParkTables tables,
            ParkOrders orders,
            Views views,
            Collection<String> viewNames,
            Collection<String> processNames) {
        this.tables = tables;
        this.orders = orders;
        this.views = views;
        this.viewNames = Set.copyOf(viewNames);
        this.processNames = Set.copyOf(processNames);
    }

    /**
     * What came of an order.
     *
     * @param order its number in the record
     * @param done false when the node that owns the process has not carried it out yet; it will
     * @param replayed events that could be taken now
     * @param leftParked events of the same streams that are parked still
     */
    public record Result(long order, boolean done, int replayed, long leftParked) {}

    /**
     * What a discard would do.
     *
     * @param event the one that would be set aside
     * @param replayed how many later ones would be retried
     */
    public record Plan(Parked event, int replayed) {}

    List<Parked> parked(int max) {
        return tables.parked(max);
    }

    List<ParkTables.Discarded> discarded(int max) {
        return tables.discarded(max);
    }

    Result retry(String name, @Nullable String stream, String actor) {
        requireParked(name, stream);
        long order = orders.ask(name, stream, null, actor, null);
        return viewNames.contains(name) ? retryView(order, name, stream) : await(order, name, stream);
    }

    /** @throws Refused when there is no such view or process, or nothing of it is parked */
    void requireParked(String name, @Nullable String stream) {
        requireKnown(name);
        if (tables.count(name, stream) == 0) {
            throw nothingParked(name, stream);
        }
    }

    Plan planDiscard(String name, String stream) {
        requireKnown(name);
        var events = tables.of(name, stream);
        if (events.isEmpty()) {
            throw nothingParked(name, stream);
        }
        return new Plan(events.getFirst(), events.size() - 1);
    }

    Result discard(String name, String stream, @Nullable String reason, String actor) {
        var first = planDiscard(name, stream).event();
        var because = requireReason(reason);
        long order = orders.ask(name, stream, first.position(), actor, because);
        if (viewNames.contains(name)) {
            tables.discardOfView(first, because, actor);
            return retryView(order, name, stream);
        }
        return await(order, name, stream);
    }

    private Result retryView(long order, String view, @Nullable String stream) {
        int replayed = views.retry(view, stream);
        long left = tables.count(view, stream);
        orders.done(order, replayed, Math.toIntExact(left));
        return new Result(order, true, replayed, left);
    }

    private Result await(long order, String name, @Nullable String stream) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<ParkOrders.Outcome> outcome = orders.outcome(order);
        while (outcome.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            outcome = orders.outcome(order);
        }
        return outcome.map(done -> new Result(order, true, done.replayed(), done.leftParked()))
                .orElseGet(() -> new Result(order, false, 0, tables.count(name, stream)));
    }

    private void requireKnown(String name) {
        if (!viewNames.contains(name) && !processNames.contains(name)) {
            var all = Stream.concat(viewNames.stream(), processNames.stream()).toList();
            throw new Refused(new Refusal(
                    422,
                    "PARKED_NAME_UNKNOWN",
                    "name",
                    "there is no view or process of that name",
                    Nearest.hint(name, all)));
        }
    }

    private static Refused nothingParked(String name, @Nullable String stream) {
        return new Refused(new Refusal(
                404,
                "NOTHING_PARKED",
                "stream",
                stream == null ? "nothing of " + name + " is parked" : name + " has parked nothing of that stream",
                "see `fairlead parked list`"));
    }

    /** What is repaired, in a word or two. */
    static String told(String name, @Nullable String stream) {
        return stream == null ? name : name + " " + stream;
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refused(new Refusal(422, "G-02", field, field + " is missing", "name it in the body"));
        }
        return value.strip();
    }

    static String requireReason(@Nullable String reason) {
        var text = reason == null ? "" : reason.strip();
        if (!StorableText.isVisible(text) || text.length() > REASON_LENGTH_MAX) {
            throw new Refused(new Refusal(
                    422,
                    "REASON_MISSING",
                    "reason",
                    "discarding an event needs a reason of 1 to " + REASON_LENGTH_MAX + " characters",
                    "say why this view or process can do without the event; it stays on record"));
        }
        return text;
    }
}
