package io.fairlead.store;

/** Somebody else appended to the stream first; load it again and decide anew. */
public final class VersionConflict extends AppendRefused {

    private static final long serialVersionUID = 1;

    VersionConflict(AppendRequest request, long actual) {
        super(request.aggregateId() + " has " + actual + " events, expected were " + request.expectedVersion(), null);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
