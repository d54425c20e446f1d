package io.fairlead.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is reached from outside of this machine, and by which names. Inside, it always listens on a loopback address
 * as well, for whoever watches it.
 *
 * @param address beyond the loopback; empty where it listens on this machine alone
 * @param port at that address
 * @param hosts names that requests may be sent to, besides those of the loopback
 * @param proxies who may connect at that address without TLS; empty means everybody, since there is TLS
 * @param certificate by which the server proves itself there
 */
public record Doorway(
        Optional<String> address,
        int port,
        Set<String> hosts,
        Set<InetAddress> proxies,
        Optional<Certificate> certificate) {

    /** This machine alone. */
    public static final Doorway LOOPBACK = new Doorway(Optional.empty(), 0, Set.of(), Set.of(), Optional.empty());

    private static final String BIND = "FAIRLEAD_BIND";
    private static final String PORT = "FAIRLEAD_BIND_PORT";
    private static final String HOSTS = "FAIRLEAD_HOSTS";
    private static final String PROXY = "FAIRLEAD_PROXY";
    private static final String CERTIFICATE = "FAIRLEAD_TLS_CERTIFICATE";
    private static final String KEY = "FAIRLEAD_TLS_KEY";

    private static final String PORT_DEFAULT = "8443";
    private static final int PORT_MAX = 65_535;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|(0:){7}0*1|::1|\\[::1]");

    /**
     * Files of PEM.
     *
     * @param chain certificate, and those above it
     * @param key its private key, not encrypted
     */
    public record Certificate(String chain, String key) {}

    public Doorway {
        hosts = Set.copyOf(hosts);
        proxies = Set.copyOf(proxies);
    }

    /** Whether nobody beyond this machine reaches an address. */
    public static boolean isLoopback(String address) {
        return THIS_MACHINE.matcher(address).matches();
    }

    /**
     * What the settings say; a provider is set.
     *
     * @param settings values by name, null or blank where none is given
     * @throws AccessSettingRefused naming what is missing or of no use
     */
    public static Doorway of(UnaryOperator<@Nullable String> settings) {
        var bind = text(settings, BIND);
        var hosts = hosts(settings);
        var certificate = certificate(settings);
        var proxies = proxies(settings);
        if (bind.isEmpty() || isLoopback(bind)) {
            return new Doorway(Optional.empty(), 0, hosts, proxies, Optional.empty());
        }
        if (certificate.isEmpty() && proxies.isEmpty()) {
            throw new AccessSettingRefused(
                    BIND,
                    "it is %s, where tokens could be read on the way: there is neither TLS nor a proxy".formatted(bind),
                    "Set %s and %s to files of PEM, or %s to the addresses of the proxy that brings TLS."
                            .formatted(CERTIFICATE, KEY, PROXY));
        }
        if (hosts.isEmpty()) {
            throw new AccessSettingRefused(
                    HOSTS,
                    "it is not set, and %s is %s".formatted(BIND, bind),
                    "Name the hosts by which clients reach this server, such as fairlead.example.com.");
        }
        return new Doorway(Optional.of(bind), port(settings), hosts, proxies, certificate);
    }

    /**
     * Returns when nothing is set that only a login makes safe.
     *
     * @throws AccessSettingRefused otherwise
     */
    public static void requireNone(UnaryOperator<@Nullable String> settings) {
        for (var setting : List.of(HOSTS, PROXY, CERTIFICATE, KEY)) {
            if (!text(settings, setting).isEmpty()) {
                throw new AccessSettingRefused(
                        setting,
                        "it is set, and no identity provider is, so everybody there could act as anybody",
                        "Set FAIRLEAD_OIDC_ISSUER, or leave it out.");
            }
        }
    }

    /** Whether a connection may come in: by TLS from everywhere, else from the named proxies and this machine. */
    public boolean admits(int localPort, String remoteAddress) {
        if (address.isEmpty() || certificate.isPresent() || (localPort != port && port != 0)) {
            return true;
        }
        try {
            var remote = InetAddress.getByName(remoteAddress); // A number, so nothing is looked up.
            return remote.isLoopbackAddress() || proxies.contains(remote);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static Optional<Certificate> certificate(UnaryOperator<@Nullable String> settings) {
        var chain = text(settings, CERTIFICATE);
        var key = text(settings, KEY);
        if (chain.isEmpty() != key.isEmpty()) {
            throw new AccessSettingRefused(
                    chain.isEmpty() ? CERTIFICATE : KEY,
                    "it is not set, and %s is".formatted(chain.isEmpty() ? KEY : CERTIFICATE),
                    "Set both to files of PEM, or none.");
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(new Certificate(chain, key));
    }

    private static Set<String> hosts(UnaryOperator<@Nullable String> settings) {
        var hosts = listed(settings, HOSTS).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (var host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new AccessSettingRefused(
                        HOSTS,
                        "\"%s\" is no name of a host".formatted(host),
                        "Give names without scheme and port, with commas between them.");
            }
        }
        return hosts;
    }

    private static Set<InetAddress> proxies(UnaryOperator<@Nullable String> settings) {
        var found = new HashSet<InetAddress>();
        for (var proxy : listed(settings, PROXY)) {
            try {
                found.addAll(Arrays.asList(InetAddress.getAllByName(proxy)));
            } catch (UnknownHostException _) {
                throw new AccessSettingRefused(
                        PROXY,
                        "\"%s\" has no address".formatted(proxy),
                        "Give the proxy's addresses or names, with commas between them.");
            }
        }
        return found;
    }

    private static int port(UnaryOperator<@Nullable String> settings) {
        var text = Objects.requireNonNullElse(settings.apply(PORT), "").strip();
        var port = text.isEmpty() ? PORT_DEFAULT : text;
        if (!DIGITS.matcher(port).matches() || Integer.parseInt(port) > PORT_MAX) {
            throw new AccessSettingRefused(
                    PORT,
                    "\"%s\" is no port".formatted(port),
                    "Give a number from 0 to %d, or leave it out for %s.".formatted(PORT_MAX, PORT_DEFAULT));
        }
        return Integer.parseInt(port);
    }

    private static List<String> listed(UnaryOperator<@Nullable String> settings, String setting) {
        return Arrays.stream(text(settings, setting).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String text(UnaryOperator<@Nullable String> settings, String setting) {
        return Objects.requireNonNullElse(settings.apply(setting), "").strip();
    }
}
