package io.fairlead.app.process;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * What one process could not react to, as its owner knows it. Later events of a parked stream wait behind it; retries run
 * between pages, on the thread that reads them, so no event overtakes another.
 */
final class ProcessPark {

    private static final System.Logger LOG = System.getLogger(ProcessPark.class.getName());
    private static final int REPLAYED_AT_ONCE_MAX = 500;

    private final String name;
    private final Reaction reaction;
    private final EventLog log;
    private final ProcessStore store;
    private final ParkOrders orders;
    private final int sequencesMax;
    private final long epoch;
    private final Set<String> parked = ConcurrentHashMap.newKeySet();

    ProcessPark(
            String name,
            Reaction reaction,
            EventLog log,
            ProcessStore store,
            ParkOrders orders,
            int sequencesMax,
            long epoch) {
        this.name = name;
        this.reaction = reaction;
        this.log = log;
        this.store = store;
        this.orders = orders;
        this.sequencesMax = sequencesMax;
        this.epoch = epoch;
        parked.addAll(store.parkedSequences(name));
    }

    /** Parks the event if its stream waits already. */
    boolean tookBehind(StoredEvent event) {
        if (!parked.contains(event.aggregateId())) {
            return false;
        }
        store.park(name, event, "waits behind an earlier event of its stream", epoch);
        return true;
    }

    void park(StoredEvent event, Exception reason) {
        if (parked.size() >= sequencesMax) {
            throw new ProcessParkFull(name, sequencesMax);
        }
        LOG.log(Level.ERROR, name + " parks " + event.type() + " at " + event.position(), reason);
        store.park(name, event, String.valueOf(reason.getMessage()), epoch);
        parked.add(event.aggregateId());
    }

    /**
     * Carries out what people asked for; a long sequence in several rounds, so that pages go on in between.
     *
     * @param position last position done: an event beyond it would come back and park again, so its order waits
     */
    void carryOutOrders(long position, BooleanSupplier mayAct) throws InterruptedException {
        for (var order : orders.open(name)) {
            var discarded = order.position();
            if (discarded != null) {
                if (discarded > position) {
                    continue;
                }
                store.discard(name, discarded, order, epoch);
            }
            var only = order.sequence();
            var sequences = only == null ? store.parkedSequences(name) : List.of(only);
            int replayed = 0;
            for (var sequence : sequences) {
                replayed += replay(sequence, REPLAYED_AT_ONCE_MAX - replayed, mayAct);
            }
            if (replayed < REPLAYED_AT_ONCE_MAX) {
                int left = sequences.stream()
                        .mapToInt(sequence ->
                                store.parkedPositions(name, sequence).size())
                        .sum();
                orders.done(order.id(), replayed, left);
            } else {
                orders.progressed(order, replayed);
            }
        }
    }

    /** Reacts to a sequence's events in order until one fails again; the sequence is free once all are done. */
    private int replay(String sequence, int max, BooleanSupplier mayAct) throws InterruptedException {
        if (max <= 0) {
            return 0;
        }
        var positions = store.parkedPositions(name, sequence);
        var wanted = new HashSet<>(positions);
        int replayed = 0;
        for (var event : log.stream(sequence, 0)) {
            if (!wanted.contains(event.position())) {
                continue;
            }
            if (replayed == max) {
                return replayed;
            }
            var failure = reaction.to(event, mayAct);
            if (failure != null) {
                LOG.log(Level.WARNING, name + " fails again at " + event.position(), failure);
                store.failedAgain(name, event.position(), String.valueOf(failure.getMessage()), epoch);
                return replayed;
            }
            store.unpark(name, event.position(), epoch);
            replayed++;
        }
        parked.remove(sequence);
        return replayed;
    }
}
