package io.fairlead.store.append;

import io.fairlead.store.AppendRequest;
import io.fairlead.store.append.BatchWriter.Prepared;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one transaction while they are gathered. As long as what the writer remembers suffices, each is put into
 * the batch as it comes, so that the batch is ready to go as soon as the one before it is written. Used by the appender's
 * thread alone.
 */
final class PendingBatch {

    static final int REQUESTS_MAX = 512;
    static final int EVENTS_MAX = 5_000;

    private final BatchWriter writer;
    private final List<PendingAppend> requests = new ArrayList<>();
    private final Deque<PendingAppend> later = new ArrayDeque<>();
    private final Set<Object> taken = new HashSet<>();
    private @Nullable Prepared remembered;
    private int events;

    PendingBatch(BatchWriter writer) {
        this.writer = writer;
    }

    /** Never two of one stream or of one command key: the second would not see the first. */
    void take(PendingAppend next) {
        if (clashes(next.request)) {
            later.add(next);
        } else if (next.claim()) {
            if (requests.isEmpty()) {
                remembered = writer.begin();
            }
            requests.add(next);
            events += next.request.events().size();
            if (remembered != null && !fits(next, remembered)) {
                remembered = null;
            }
        }
    }

    private boolean fits(PendingAppend next, Prepared batch) {
        try {
            return writer.add(next, batch);
        } catch (RuntimeException _) {
            return false; // Written with care, where it is told apart from the others and refused alone.
        }
    }

    private boolean clashes(AppendRequest request) {
        var command = request.command();
        var key = command == null ? null : List.of(command.client(), command.key());
        var stream = request.events().isEmpty() ? null : request.aggregateId();
        if (stream != null && taken.contains(stream) || key != null && taken.contains(key)) {
            return true;
        }
        if (stream != null) {
            taken.add(stream);
        }
        if (key != null) {
            taken.add(key);
        }
        return false;
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** Whether nobody came at all. */
    boolean isIdle() {
        return requests.isEmpty() && later.isEmpty();
    }

    boolean isFull() {
        return requests.size() >= REQUESTS_MAX || events >= EVENTS_MAX || later.size() >= REQUESTS_MAX;
    }

    List<PendingAppend> requests() {
        return requests;
    }

    /** What must wait for the next draft, in its order. */
    Deque<PendingAppend> later() {
        return later;
    }

    /** What to write at once; null when too little was remembered for some request. */
    @Nullable
    Prepared remembered() {
        return remembered;
    }

    /** What it was built on has turned out to be wrong. */
    void forget() {
        remembered = null;
    }
}
