package io.fairlead.store;

/** Somebody else appended to the stream first; load it again and decide anew. */
public final class VersionConflict extends AppendRefused {

    private static final long serialVersionUID = 1;

    public VersionConflict(AppendRequest request, long actual) {
        this(request.aggregateId(), actual, request.expectedVersion());
    }

    /**
     * A conflict that shows before the database is asked.
     *
     * @param actual how many events the stream has
     * @param expected how many it would have to have
     */
    public VersionConflict(String aggregateId, long actual, long expected) {
        super(aggregateId + " has " + actual + " events, expected were " + expected, null);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
