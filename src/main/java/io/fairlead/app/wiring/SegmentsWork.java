package io.fairlead.app.wiring;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.Leases;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.projection.ProjectionEngine;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The engine's segments as pieces of work. The engine's own row locks keep two nodes from folding one event twice, so a
 * segment that is folded on for a page after it was given back costs time and nothing else.
 */
final class SegmentsWork {

    private final ProjectionEngine engine;
    private final Set<Integer> held = new TreeSet<>();

    SegmentsWork(ProjectionEngine engine) {
        this.engine = engine;
    }

    void offerTo(Leases claims) {
        engine.assign(Set.of());
        for (int no = 0; no < ProjectionEngine.SEGMENTS; no++) {
            claims.offer("views/" + (no < 10 ? "0" : "") + no, new Segment(no));
        }
    }

    private synchronized void hold(int segment, boolean wanted) {
        if (wanted ? held.add(segment) : held.remove(segment)) {
            engine.assign(Set.copyOf(held));
        }
    }

    /** All segments of a node are folded together, so their wait is one, told by the first of them. */
    private synchronized Optional<WaitReason> waiting(int segment) {
        if (held.isEmpty() || held.iterator().next() != segment) {
            return Optional.empty();
        }
        return Optional.ofNullable(engine.trouble())
                .map(reason -> new WaitReason(
                        "all views of this node",
                        reason,
                        engine.parkIsFull()
                                ? "see `fairlead parked list`, mend the cause, then `fairlead parked retry` or `discard`"
                                : "see whether the database answers; the views then go on by themselves",
                        null));
    }

    private final class Segment implements LeasedWork {

        private final int no;

        Segment(int no) {
            this.no = no;
        }

        @Override
        public void start(Lease tenure) {
            hold(no, true);
        }

        @Override
        public void stop() {
            hold(no, false);
        }

        @Override
        public Optional<WaitReason> waiting() {
            return SegmentsWork.this.waiting(no);
        }
    }
}
