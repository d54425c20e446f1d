package io.fairlead.app.wiring;

import io.fairlead.app.process.ProcessRunner;
import java.util.List;

/**
 * All processes of this application.
 *
 * @param all one runner per processing group
 */
public record RunningProcesses(List<ProcessRunner> all) implements AutoCloseable {

    /** Starts them. */
    public void start() {
        all.forEach(ProcessRunner::start);
    }

    /** Position up to which every process has reacted. */
    public long reached() {
        return all.stream().mapToLong(ProcessRunner::position).min().orElse(0);
    }

    @Override
    public void close() {
        all.forEach(ProcessRunner::close);
    }
}
