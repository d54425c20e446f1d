package io.fairlead.app.lease;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.testing.ProcessTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Several nodes on one table of claims; time passes only when a test says so. */
final class LeasesUnderTest implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    final ProcessTables tables = new ProcessTables();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<TestNode> nodes = new ArrayList<>();

    /** A node with a monotonic clock of its own. */
    final class TestNode {

        final Leases claims;
        final AtomicLong nanos = new AtomicLong();
        final Map<String, Lease> working = new ConcurrentHashMap<>();
        private final String name;

        TestNode(Node node, Duration clock) {
            this.name = node.name();
            this.nanos.set(clock.toNanos());
            this.claims = new Leases(new LeaseStore(tables.pool, TIMEOUT), node, Duration.ofSeconds(1), nanos::get);
        }

        @CanIgnoreReturnValue
        TestNode offering(String... names) {
            for (var work : names) {
                claims.offer(work, new LeasedWork() {
                    @Override
                    public void start(Lease tenure) {
                        working.put(work, tenure);
                        log.add(name + " starts " + work + " at epoch " + tenure.epoch());
                    }

                    @Override
                    public void stop() {
                        working.remove(work);
                        log.add(name + " stops " + work);
                    }
                });
            }
            return this;
        }

        /** A heartbeat, and everything that follows from it. */
        @CanIgnoreReturnValue
        TestNode beat() {
            claims.beat();
            claims.settle();
            return this;
        }

        Lease tenure(String work) {
            return Objects.requireNonNull(working.get(work));
        }
    }

    TestNode node(String name) {
        return node(name, Duration.ZERO);
    }

    TestNode node(String name, Duration clock) {
        return node(new Node(name + "/" + nodes.size(), name, "", 1), clock);
    }

    TestNode node(Node node, Duration clock) {
        var made = new TestNode(node, clock);
        nodes.add(made);
        return made;
    }

    /** Lets time pass: on the database's clock, and on that of the nodes given, so that the others are frozen. */
    void pass(Duration time, TestNode... running) {
        var _ = tables.update("update process.claim set until = until - interval '" + time.toMillis() + " ms'");
        var _ = tables.update("update process.node set seen_at = seen_at - interval '" + time.toMillis() + " ms'");
        for (var node : running) {
            node.nanos.addAndGet(time.toNanos());
        }
    }

    /** Owner's name and epoch of each claim. */
    Map<String, String> owners() {
        var picture = nodes.getFirst().claims.picture();
        var owners = new TreeMap<String, String>();
        for (var claim : picture.claims()) {
            var owner = claim.owner();
            owners.put(
                    claim.name(),
                    owner == null ? "nobody" : owner.substring(0, owner.indexOf('/')) + " " + claim.epoch());
        }
        return owners;
    }

    @Override
    public void close() {
        tables.close();
    }
}
