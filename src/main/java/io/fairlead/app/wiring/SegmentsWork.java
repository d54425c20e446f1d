package io.fairlead.app.wiring;

import io.fairlead.app.claim.Claims;
import io.fairlead.app.claim.Tenure;
import io.fairlead.app.claim.Work;
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

    void offerTo(Claims claims) {
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

    private final class Segment implements Work {

        private final int no;

        Segment(int no) {
            this.no = no;
        }

        @Override
        public void start(Tenure tenure) {
            hold(no, true);
        }

        @Override
        public void stop() {
            hold(no, false);
        }
    }
}
