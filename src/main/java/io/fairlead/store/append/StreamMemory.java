package io.fairlead.store.append;

import io.fairlead.store.AppendRequest;
import io.fairlead.store.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the writer believes of the log's head and of streams it has written lately. Never trusted: a batch built on it is
 * checked by the database, and built anew from what the database says when it was wrong. Used by the writer's thread alone.
 */
final class StreamMemory {

    private static final int STREAMS_MAX = 100_000;
    private static final int CAREFUL_MAX = 64;

    /** A stream after its last known event. */
    record Stream(long number, int type, long version, byte[] hash) {}

    private final Map<String, Stream> streams = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stream> eldest) {
            return size() > STREAMS_MAX;
        }
    };

    private boolean known;
    private long head;
    private long lastStream;
    private int careful;
    private int wrongInARow;

    long head() {
        return head;
    }

    long lastStream() {
        return lastStream;
    }

    @Nullable
    Stream stream(String aggregateId) {
        return streams.get(aggregateId);
    }

    /** Whether the next batch may be built without asking; counts the batches that may not. */
    boolean mayGuess() {
        if (!known || careful > 0) {
            careful = Math.max(0, careful - 1);
            return false;
        }
        return true;
    }

    /** Whether this can be written without asking. */
    boolean suffices(AppendRequest request, Dictionary dictionary) {
        if (!dictionary.knows(request)) {
            return false;
        }
        if (request.events().isEmpty() || request.expectedVersion() == 0) {
            return true;
        }
        var stream = streams.get(request.aggregateId());
        return stream != null
                && stream.version() == request.expectedVersion()
                && stream.type() == dictionary.number(request.aggregateType());
    }

    /** After a commit, or before it, since whatever is built on it is checked. */
    void written(Batch batch) {
        known = true;
        head = batch.head;
        lastStream = batch.lastStream;
        remember(batch.fresh);
        remember(batch.known);
    }

    private void remember(Batch.Streams written) {
        for (var i = 0; i < written.number.size(); i++) {
            streams.put(
                    written.aggregateId.get(i),
                    new Stream(
                            written.number.get(i), written.type.get(i), written.version.get(i), written.hash.get(i)));
        }
    }

    /** It was right. */
    void confirmed() {
        wrongInARow = 0;
    }

    /** Another node has written, or a command came twice; the more often in a row, the longer nothing is guessed. */
    void refuted(List<PendingAppend> batch) {
        wrongInARow = Math.min(wrongInARow + 1, 6);
        careful = Math.min(CAREFUL_MAX, 1 << wrongInARow);
        batch.forEach(pending -> streams.remove(pending.request.aggregateId()));
    }

    /** After trouble of any other kind. */
    void forget() {
        known = false;
        streams.clear();
    }
}
