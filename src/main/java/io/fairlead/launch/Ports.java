package io.fairlead.launch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * The ports of one data folder: chosen once, remembered, and chosen anew only when a stranger took one, which is told and kept for
 * {@code status} until the next start.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000; // Below every system's range for outgoing connections.
    private static final String TAKEN = ".taken";

    private final DataFolder data;
    private final Map<String, String> environment;
    private final Map<String, String> remembered;
    private final Consumer<String> says;

    public Ports(DataFolder data, Map<String, String> environment) {
        this(data, environment, _ -> {});
    }

    /** @param says gets a line when a port is another than it was, or would be */
    Ports(DataFolder data, Map<String, String> environment, Consumer<String> says) {
        this.data = data;
        this.environment = environment;
        this.says = says;
        this.remembered = new TreeMap<>(AtomicProperties.read(data.ports()));
    }

    /** The port a name had at the last start. */
    public OptionalInt remembered(String name) {
        return number(name);
    }

    /** The port that the name would have, had not somebody else taken it when it was claimed last. */
    public OptionalInt taken(String name) {
        return number(name + TAKEN);
    }

    /** What was told of ports that somebody else has, for whoever did not hear it. */
    List<String> moves() {
        return remembered.keySet().stream()
                .filter(key -> key.endsWith(TAKEN))
                .map(key -> key.substring(0, key.length() - TAKEN.length()))
                .map(name -> sentence(
                        name, taken(name).orElseThrow(), remembered(name).orElseThrow()))
                .toList();
    }

    private static String sentence(String name, int taken, int instead) {
        return "%s: port %d is taken by another process; it has %d from now on".formatted(name, taken, instead);
    }

    private OptionalInt number(String key) {
        var port = remembered.get(key);
        return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
    }

    /**
     * A port nobody listens on: the configured one, else the remembered one, else a new one, which is remembered.
     *
     * @param key environment variable that fixes the port
     * @throws LaunchFailed when the configured port is no port or taken
     */
    public int claim(String name, String key) {
        var _ = remembered.remove(name + TAKEN);
        var configured = environment.getOrDefault(key, "");
        if (!configured.isBlank()) {
            return keep(name, configured(configured, key));
        }
        var wanted = remembered(name).orElseGet(() -> next(_ -> true));
        if (isFree(wanted)) {
            return keep(name, wanted);
        }
        var instead = next(Ports::isFree);
        remembered.put(name + TAKEN, Integer.toString(wanted));
        says.accept(sentence(name, wanted, instead));
        return keep(name, instead);
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

    /** Starts at a place of the folder's own, so that two checkouts seldom meet, and passes over what the folder has already. */
    private int next(IntPredicate fits) {
        var start = Math.floorMod(data.root().toString().hashCode(), COUNT);
        for (var step = 0; step < COUNT; step++) {
            var port = FIRST + (start + step) % COUNT;
            if (!remembered.containsValue(Integer.toString(port)) && fits.test(port)) {
                return port;
            }
        }
        throw new LaunchFailed(
                "no free port from %d to %d; set FAIRLEAD_PORT and the like".formatted(FIRST, FIRST + COUNT));
    }
}
