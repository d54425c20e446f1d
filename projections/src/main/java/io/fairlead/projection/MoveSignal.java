package io.fairlead.projection;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for the views when a position moved; none is missed between looking and waiting. */
final class MoveSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long moves;

    void raise() {
        lock.lock();
        try {
            moves++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many moves there were; taken before looking. */
    long count() {
        lock.lock();
        try {
            return moves;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a move after the count, or for the time.
     *
     * @return false when interrupted
     */
    boolean await(long count, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (moves == count && left > 0) {
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
