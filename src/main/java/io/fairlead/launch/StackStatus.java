package io.fairlead.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What runs on a data folder at this moment, for {@code status}: seen at the parts themselves, within some three seconds.
 *
 * @param data absolute path of the data folder
 * @param state stopped, starting, ready, stopping, degraded when the supervisor takes it for ready and a part does not serve,
 *     or orphaned when the supervisor was killed and left parts behind
 * @param supervisor process id of the supervisor, 0 without one
 * @param parts each part
 */
public record StackStatus(String data, String state, long supervisor, List<PartStatus> parts) {

    /** A part serves, or is somebody else's and answers. */
    private static final List<String> WELL = List.of("ready", "external");

    /**
     * One part.
     *
     * @param pid process id, 0 when it does not run or is somebody else's
     * @param port 0 when none was ever chosen
     * @param state ready, starting, unresponsive, frozen, died when its process has ended and nobody asked it to, external,
     *     unreachable when it is somebody else's and nobody listens there, or stopped
     * @param memoryBytes resident now, 0 where the system does not tell
     * @param address where it is reached
     * @param replaced how often since the start, because it answered no more
     * @param saw what the look at it saw, in words, and which port it would have if that were free; empty when it was not started
     */
    public record PartStatus(
            String part, long pid, int port, String state, long memoryBytes, String address, int replaced, String saw) {

        private PartStatus adding(String more) {
            var both = saw.isEmpty() ? more : saw + "; " + more;
            return new PartStatus(part, pid, port, state, memoryBytes, address, replaced, both);
        }
    }

    /** Looks at the folder's run files and processes, and asks each part whether it serves. */
    public static StackStatus of(DataFolder data) {
        var supervisor = RunFile.read(data, Supervisor.NAME)
                .filter(file -> file.process().isPresent());
        var parts = look(data, supervisor.isPresent());
        var orphans = parts.stream().anyMatch(part -> part.pid() != 0);
        var state = supervisor.map(RunFile::state).orElse(orphans ? "orphaned" : "stopped");
        var isWell = supervisor.flatMap(RunFile::process).stream().noneMatch(StackStatus::isFrozen)
                && parts.stream().allMatch(part -> WELL.contains(part.state()));
        return new StackStatus(
                data.root().toString(),
                state.equals("ready") && !isWell ? "degraded" : state,
                supervisor.map(RunFile::pid).orElse(0L),
                parts);
    }

    /** All at once, since each may take its time to say nothing. */
    private static List<PartStatus> look(DataFolder data, boolean supervised) {
        var ports = new Ports(data, Map.of());
        var addresses = Addresses.read(data);
        var looks = new ArrayList<Callable<PartStatus>>();
        for (var part : Part.values()) {
            var address = addresses.map(all -> all.of(part)).orElse("");
            looks.add(() -> of(data, part, part.id(), address, ports, supervised));
        }
        for (var node : Part.furtherNodes(data)) {
            var address = "http://127.0.0.1:" + ports.remembered(node).orElse(0);
            looks.add(() -> of(data, Part.APPLICATION, node, address, ports, supervised));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(looks).stream().map(StackStatus::seen).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", e);
        }
    }

    private static PartStatus seen(Future<PartStatus> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PartStatus of(
            DataFolder data, Part part, String id, String address, Ports ports, boolean supervised) {
        var port = ports.remembered(id).orElse(0);
        var file = RunFile.read(data, id);
        var process = file.flatMap(RunFile::process);
        if (process.isPresent()) {
            var seen = running(data, part, id, process.get(), file.orElseThrow().state(), port, address);
            return ports.taken(id).stream()
                    .mapToObj("port %d was taken by another process"::formatted)
                    .findAny()
                    .map(seen::adding)
                    .orElse(seen);
        }
        if (file.isPresent()) {
            var saw = "process %d has ended".formatted(file.get().pid());
            return new PartStatus(id, 0, port, supervised ? "died" : "stopped", 0, address, 0, saw);
        }
        if (supervised && !address.isEmpty() && !address.contains(":" + port)) {
            var look = PartLook.listening(address);
            return new PartStatus(id, 0, 0, look.isAnswering() ? "external" : "unreachable", 0, address, 0, look.saw());
        }
        return new PartStatus(id, 0, port, "stopped", 0, address, 0, "");
    }

    private static PartStatus running(
            DataFolder data, Part part, String id, ProcessHandle process, String told, int port, String address) {
        // Written once the database runs: before that a part is only known to be starting.
        var look = address.isEmpty() ? new PartLook(false, "") : PartLook.at(part, address);
        var frozen = isFrozen(process);
        var state = look.isAnswering() ? told : frozen ? "frozen" : told.equals("starting") ? told : "unresponsive";
        var saw = frozen ? look.saw() + ", its process is stopped by a signal" : look.saw();
        return new PartStatus(
                id,
                process.pid(),
                port,
                state,
                PeakMemory.residentBytes(process),
                address,
                Replaced.of(data, id).times(),
                saw);
    }

    /** Where the system tells it: a process that was stopped by a signal runs on only after another. */
    static boolean isFrozen(ProcessHandle process) {
        try {
            var stat = new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "stat")), StandardCharsets.UTF_8);
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("T");
        } catch (IOException e) {
            return false;
        }
    }
}
