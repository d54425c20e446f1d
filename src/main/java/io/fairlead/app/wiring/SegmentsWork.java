package io.fairlead.app.wiring;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.Leases;
import io.fairlead.projection.ProjectionEngine;
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
    }
}
