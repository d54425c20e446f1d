package io.fairlead.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What runs on a data folder at this moment, for {@code status}.
 *
 * @param data absolute path of the data folder
 * @param state stopped, starting, ready, stopping, or orphaned when the supervisor was killed and left parts behind
 * @param supervisor process id of the supervisor, 0 without one
 * @param parts each part
 */
public record StackStatus(String data, String state, long supervisor, List<PartStatus> parts) {

    /**
     * One part.
     *
     * @param pid process id, 0 when it does not run or is somebody else's
     * @param port 0 when none was ever chosen
     * @param state ready, starting, unresponsive, external or stopped
     * @param memoryBytes resident now, 0 where the system does not tell
     * @param address where it is reached
     * @param replaced how often since the start, because it answered no more
     */
    public record PartStatus(
            String part, long pid, int port, String state, long memoryBytes, String address, int replaced) {}

    /** Looks at the folder's run files and asks the HTTP parts how they are. */
    public static StackStatus of(DataFolder data) {
        var supervisor = RunFile.read(data, Supervisor.NAME)
                .filter(file -> file.process().isPresent());
        var ports = new Ports(data, Map.of());
        var parts = new ArrayList<PartStatus>();
        for (var part : Part.values()) {
            parts.add(of(data, part, ports, supervisor.isPresent()));
        }
        for (var node : Part.furtherNodes(data)) {
            parts.add(ofNode(data, node, ports));
        }
        var orphans = parts.stream().anyMatch(part -> part.pid() != 0);
        var state = supervisor.map(RunFile::state).orElse(orphans ? "orphaned" : "stopped");
        return new StackStatus(
                data.root().toString(), state, supervisor.map(RunFile::pid).orElse(0L), List.copyOf(parts));
    }

    private static PartStatus of(DataFolder data, Part part, Ports ports, boolean supervised) {
        var address = Addresses.read(data).map(all -> all.of(part)).orElse("");
        var port = ports.remembered(part.id()).orElse(0);
        var file = RunFile.read(data, part.id());
        var process = file.flatMap(RunFile::process);
        if (process.isPresent()) {
            var state = isAnswering(part, address) ? file.orElseThrow().state() : "unresponsive";
            return running(data, part.id(), process.get(), port, state, address);
        }
        var external = supervised && file.isEmpty() && !address.isEmpty() && !address.contains(":" + port);
        return new PartStatus(part.id(), 0, external ? 0 : port, external ? "external" : "stopped", 0, address, 0);
    }

    private static PartStatus ofNode(DataFolder data, String node, Ports ports) {
        var port = ports.remembered(node).orElse(0);
        var address = "http://127.0.0.1:" + port;
        var file = RunFile.read(data, node);
        var process = file.flatMap(RunFile::process);
        if (process.isEmpty()) {
            return new PartStatus(node, 0, port, "stopped", 0, address, 0);
        }
        var state = isAnswering(Part.APPLICATION, address) ? file.orElseThrow().state() : "unresponsive";
        return running(data, node, process.get(), port, state, address);
    }

    private static PartStatus running(
            DataFolder data, String part, ProcessHandle process, int port, String state, String address) {
        var replaced = Replaced.of(data, part).times();
        return new PartStatus(part, process.pid(), port, state, PeakMemory.residentBytes(process), address, replaced);
    }

    private static boolean isAnswering(Part part, String address) {
        return switch (part) {
            case POSTGRES, KAFKA -> true; // Their run files say ready only once they served.
            case SANDBOX -> Readiness.answers(URI.create(address + "/health"));
            case APPLICATION -> Readiness.answers(URI.create(address + "/actuator/health/readiness"));
        };
    }
}
