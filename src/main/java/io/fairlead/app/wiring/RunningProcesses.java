package io.fairlead.app.wiring;

import io.fairlead.app.lease.Leases;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import java.util.List;

/**
 * All processes; each runs on the node that has claimed it.
 *
 * @param all one runner per processing group
 * @param store how far each has come, whichever node runs it
 */
public record RunningProcesses(List<ProcessRunner> all, ProcessStore store) {

    void offerTo(Leases claims) {
        all.forEach(runner -> claims.offer("process/" + runner.name(), runner));
    }

    /** Position up to which every process has reacted, here or on another node. */
    public long reached() {
        return all.stream()
                .mapToLong(runner -> store.position(runner.name()))
                .min()
                .orElse(0);
    }
}
