package io.fairlead.log;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;

/**
 * Read access to the event log. Position order is commit order: once an event is visible, no event with a lower position
 * appears later, so every reader is a plain "after position".
 */
public interface EventLog {

    /**
     * Events with a position greater than the given one, ascending.
     *
     * @param position 0 reads from the beginning
     * @param limit at most this many, 1..10,000
     */
    List<StoredEvent> after(long position, int limit);

    /** Position of the last committed event; 0 when the log is empty. */
    long head();

    /**
     * Waits until the head is beyond the position or the time-out is over, and tells the head. May return early.
     *
     * @param position the reader's position
     * @param timeout upper bound of the wait
     */
    @CanIgnoreReturnValue
    long awaitBeyond(long position, Duration timeout);

    /** All events of one aggregate from the given sequence number (0 is the first), ascending; empty when unknown. */
    List<StoredEvent> stream(String aggregateId, long fromSequence);
}
