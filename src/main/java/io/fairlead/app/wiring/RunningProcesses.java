package io.fairlead.app.wiring;

import io.fairlead.app.lease.Leases;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.process.ProcessStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * Position up to which every process has reacted: here at once, on another node as that says now and then. Those that run here
     * are not looked up: who waits asks often, and they are dozens.
     */
    public long reached() {
        var highest = all.stream().mapToLong(ProcessRunner::position).max().orElse(0);
        var behind = all.stream().filter(runner -> runner.position() < highest).toList();
        if (behind.isEmpty() && highest >= 0) {
            return highest;
        }
        return positions().values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** How far each is, by name. */
    public Map<String, Long> positions() {
        var saved = store.positions();
        var positions = new LinkedHashMap<String, Long>();
        for (var runner : all) {
            positions.put(runner.name(), Math.max(runner.position(), saved.getOrDefault(runner.name(), 0L)));
        }
        return positions;
    }
}
