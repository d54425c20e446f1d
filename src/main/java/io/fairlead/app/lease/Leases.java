package io.fairlead.app.lease;

import io.fairlead.schema.FailureText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * This node's part of the work that all nodes share: it claims its share, keeps it with a heartbeat, starts what it has
 * claimed and stops what it has lost. Work that cannot be renewed for the time-out by this node's own monotonic clock is
 * stopped before anybody else may have it, so that a frozen node does not act when it thaws.
 */
public final class Leases implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final Duration CLOSE_MAX = Duration.ofSeconds(30);

    private final LeaseStore store;
    private final Node node;
    private final Duration heartbeat;
    private final LongSupplier nanos;
    private final Map<String, LeasedWork> offered = new TreeMap<>();
    private final Map<String, HeldLease> held = new TreeMap<>();
    private final Semaphore calls = new Semaphore(0);
    private @Nullable Heartbeat pulse;
    private volatile boolean closing;
    private volatile String url = "";
    private volatile @Nullable String trouble;

    /**
     * A node without work.
     *
     * @param heartbeat a fifth of the time-out or so
     * @param nanos monotonic; may stand still or jump in tests
     */
    public Leases(LeaseStore store, Node node, Duration heartbeat, LongSupplier nanos) {
        this.store = store;
        this.node = node;
        this.heartbeat = heartbeat;
        this.nanos = nanos;
    }

    /** Offers to do a piece of work whenever it is ours; may be called at any time, once per name. */
    public void offer(String name, LeasedWork work) {
        synchronized (this) {
            if (offered.putIfAbsent(name, work) != null) {
                throw new IllegalArgumentException("the work " + name + " is offered already");
            }
        }
        calls.release();
    }

    /** Tells the other nodes where this one's HTTP listens. */
    public void listensAt(String address) {
        url = address;
    }

    /** Takes its share at once, as far as the database answers, and goes on on threads of its own. */
    public void start() {
        beatOnce();
        synchronized (this) {
            pulse = new Heartbeat(heartbeat, calls, this::beatOnce, this::expire);
        }
    }

    private void beatOnce() {
        try {
            beat();
            trouble = null;
        } catch (RuntimeException e) {
            if (trouble == null) {
                LOG.log(Level.WARNING, "{0} cannot keep its claims: {1}", node.name(), FailureText.of(e));
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** One heartbeat: keeps, gives back, takes. Called by one thread at a time. */
    void beat() {
        expire();
        offerNew();
        renew();
        giveBackStopped();
        var picture = store.picture();
        for (var other : picture.nodes()) {
            if (node.knowsDead(other.node())) {
                LOG.log(
                        Level.INFO,
                        "{0} of process {1} has ended; its work is free",
                        other.node().name(),
                        Long.toString(other.node().pid()));
                store.evict(other.node().instance());
                picture = store.picture();
            } else if (!other.alive()
                    && other.ageMillis() > Duration.ofMinutes(1).toMillis()) {
                store.evict(other.node().instance());
            }
        }
        if (!closing) {
            share(picture);
        }
    }

    private void offerNew() {
        List<String> names;
        synchronized (this) {
            names = List.copyOf(offered.keySet());
        }
        if (!names.isEmpty()) {
            store.offer(names);
        }
    }

    private void renew() {
        long asked = nanos.getAsLong();
        var positions = new HashMap<String, Long>();
        var mine = new ArrayList<HeldLease>();
        synchronized (this) {
            held.values().stream().filter(one -> one.tenure.isHeld()).forEach(mine::add);
        }
        mine.forEach(one -> positions.put(one.tenure.name(), one.work.position()));
        var kept = store.beat(node, url, mine.stream().map(one -> one.tenure).toList(), positions);
        for (var one : mine) {
            if (kept.contains(one.tenure.name())) {
                one.tenure.renewed(asked, store.timeout());
            } else {
                lose(one, "it is another node's");
            }
        }
    }

    /** Stops what this node can no longer be sure of. */
    void expire() {
        List<HeldLease> doubtful;
        synchronized (this) {
            doubtful =
                    held.values().stream().filter(one -> !one.tenure.isHeld()).toList();
        }
        doubtful.forEach(one -> lose(one, "it was not renewed in time"));
    }

    private void lose(HeldLease one, String reason) {
        one.tenure.revoke();
        if (one.leave()) {
            LOG.log(Level.WARNING, "{0} lost {1}: {2}", node.name(), one.tenure.name(), reason);
        }
    }

    /** What has stopped is given back; what was lost meanwhile is merely forgotten, so that it can be claimed anew. */
    private void giveBackStopped() {
        List<HeldLease> stopped;
        synchronized (this) {
            stopped = held.values().stream().filter(HeldLease::hasStopped).toList();
        }
        var ours = stopped.stream().map(one -> one.tenure).filter(Lease::isHeld).toList();
        if (!ours.isEmpty()) {
            store.giveBack(node, ours);
        }
        synchronized (this) {
            stopped.forEach(one -> held.remove(one.tenure.name()));
        }
    }

    private void share(ClusterSnapshot picture) {
        var known = new HashSet<String>();
        var mine = new HashSet<String>();
        synchronized (this) {
            known.addAll(offered.keySet());
            mine.addAll(held.keySet());
        }
        var shares = FairShare.of(picture, known, mine, node.instance());
        synchronized (this) {
            shares.giveBack().stream().map(held::get).filter(one -> one != null).forEach(HeldLease::leave);
        }
        if (!shares.take().isEmpty()) {
            take(shares.take());
        }
    }

    private void take(Collection<String> names) {
        long asked = nanos.getAsLong();
        var taken = store.take(node, names);
        synchronized (this) {
            taken.forEach((name, epoch) -> {
                var work = offered.get(name);
                if (work != null) {
                    var one = new HeldLease(new Lease(name, epoch, nanos, asked, store.timeout()), work, calls);
                    held.put(name, one);
                    one.begin();
                }
            });
        }
        if (!taken.isEmpty()) {
            LOG.log(Level.INFO, "{0} took {1}", node.name(), new TreeMap<>(taken).keySet());
        }
    }

    /** Who this is. */
    public Node node() {
        return node;
    }

    /** Why the claims cannot be kept at the moment; null when they can. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** All nodes and claims, as the database has them now. */
    public ClusterSnapshot picture() {
        return store.picture();
    }

    /** Position that a piece of work has reached on whichever node does it, as of its last heartbeat; -1 when unknown. */
    public long reached(String name) {
        return picture().claims().stream()
                .filter(claim -> claim.name().equals(name))
                .mapToLong(ClusterSnapshot.Claim::position)
                .findFirst()
                .orElse(-1);
    }

    /** Names of what this node does now. */
    public List<String> working() {
        return List.copyOf(works().keySet());
    }

    /** What this node does now, by name. */
    public synchronized Map<String, LeasedWork> works() {
        var works = new TreeMap<String, LeasedWork>();
        held.values().stream().filter(HeldLease::isWorking).forEach(one -> works.put(one.tenure.name(), one.work));
        return works;
    }

    /** Waits until what was started has started and what was told to stop has stopped; for tests. */
    void settle() {
        List<HeldLease> all;
        synchronized (this) {
            all = List.copyOf(held.values());
        }
        all.forEach(one -> one.await(CLOSE_MAX));
    }

    /** Stops all work, then gives it back at once, so that others go on without waiting for the time-out. */
    @Override
    public void close() {
        closing = true;
        stopAll();
        @Nullable Heartbeat running;
        synchronized (this) {
            running = pulse;
            pulse = null;
        }
        if (running != null) {
            running.close();
        }
        stopAll(); // What the last heartbeat may have taken meanwhile.
        try {
            giveBackStopped();
            if (isIdle()) {
                store.evict(node.instance());
            }
        } catch (LeasesUnreachable e) {
            LOG.log(Level.WARNING, "{0} could not give its claims back: {1}", node.name(), FailureText.of(e));
        }
    }

    /** Whether nothing runs here any more; what does not stop keeps its claim until the time-out. */
    private synchronized boolean isIdle() {
        return held.isEmpty();
    }

    private void stopAll() {
        List<HeldLease> all;
        synchronized (this) {
            all = List.copyOf(held.values());
        }
        all.forEach(HeldLease::leave);
        long end = System.nanoTime() + CLOSE_MAX.toNanos();
        all.forEach(one -> one.await(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
    }
}
