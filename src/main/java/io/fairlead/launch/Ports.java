package io.fairlead.launch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The ports of one data folder: chosen once, remembered, and chosen anew only when a stranger took one. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000; // Below every system's range for outgoing connections.

    private final DataFolder data;
    private final Map<String, String> environment;
    private final Map<String, String> remembered;

    public Ports(DataFolder data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        this.remembered = new TreeMap<>(AtomicProperties.read(data.ports()));
    }

    /** The port a name had at the last start. */
    public OptionalInt remembered(String name) {
        var port = remembered.get(name);
        return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
    }

    /**
     * A port nobody listens on: the configured one, else the remembered one, else a new one, which is remembered.
     *
     * @param key environment variable that fixes the port
     * @throws LaunchFailed when the configured port is no port or taken
     */
    public int claim(String name, String key) {
        var configured = environment.getOrDefault(key, "");
        if (!configured.isBlank()) {
            return keep(name, configured(configured, key));
        }
        var before = remembered(name);
        return before.isPresent() && isFree(before.getAsInt()) ? before.getAsInt() : keep(name, unused());
    }

    /** Remembers a port that is ours already, such as that of an adopted database. */
    @CanIgnoreReturnValue
    public int keep(String name, int port) {
        remembered.put(name, Integer.toString(port));
        AtomicProperties.write(data.ports(), remembered);
        return port;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int configured(String text, String key) {
        int port;
        try {
            port = Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new LaunchFailed("%s=%s is no port; give a number from 1 to 65535".formatted(key, text), e);
        }
        if (port < 1 || port > 65_535) {
            throw new LaunchFailed("%s=%s is no port; give a number from 1 to 65535".formatted(key, text));
        }
        if (!isFree(port)) {
            throw new LaunchFailed(
                    "port %d of %s is taken by another process; stop that one, choose another port or unset %s"
                            .formatted(port, key, key));
        }
        return port;
    }

    /** Starts at a place of the folder's own, so that two checkouts seldom meet. */
    private int unused() {
        var start = Math.floorMod(data.root().toString().hashCode(), COUNT);
        for (var step = 0; step < COUNT; step++) {
            var port = FIRST + (start + step) % COUNT;
            if (!remembered.containsValue(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
        throw new LaunchFailed(
                "no free port from %d to %d; set FAIRLEAD_PORT and the like".formatted(FIRST, FIRST + COUNT));
    }
}
