package io.fairlead.app.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One start of one application process.
 *
 * @param instance unlike any other start
 * @param name what people call it
 * @param place machine and process space, empty when unknown
 * @param pid process id within the place
 */
public record Node(String instance, String name, String place, long pid) {

    private static final Set<String> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    /** This process, under the name that people gave it. */
    public static Node ofThisProcess(String name) {
        var instance = name + "/" + UUID.randomUUID();
        OF_THIS_PROCESS.add(instance);
        return new Node(instance, name, thisPlace(), ProcessHandle.current().pid());
    }

    /** Boot and process namespace together: equal only where process ids mean the same. */
    static String thisPlace() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return "";
        }
    }

    /**
     * Whether another node is known to have ended: only of the same place, and without a process of its id. An id that
     * was given to a stranger since merely makes us wait for the time-out.
     */
    boolean knowsDead(Node other) {
        if (place.isEmpty()
                || !place.equals(other.place)
                || other.equals(this)
                || OF_THIS_PROCESS.contains(other.instance)) {
            return false;
        }
        return other.pid == ProcessHandle.current().pid()
                || ProcessHandle.of(other.pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
