package io.fairlead.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one guard of all HTTP doors: refuses names of hosts that are not this machine's, so that no web page reaches the loopback
 * by a name of its own; requests that a page of another origin makes; and paths and queries in an odd spelling, so that whoever
 * compares paths later compares what controllers see.
 */
public final class RequestGuard {

    /** Headers of every answer: nothing of it is guessed, kept, framed, run or read by pages of others. */
    public static final Map<String, String> ANSWER_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer");

    /**
     * Headers that decide who sends what, and whether it comes in: of two nobody knows which counts, and whoever stands before this
     * server may have looked at the other.
     */
    public static final List<String> ONCE = List.of(
            "Host",
            "Origin",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Transfer-Encoding",
            "Authorization",
            "If-Match",
            "Idempotency-Key",
            "Fairlead-Actor",
            "Fairlead-Correlation");

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private RequestGuard() {}

    /**
     * What of a request the guard looks at, as it came over the wire.
     *
     * @param path not decoded, without the query
     * @param query not decoded; null when there is none
     * @param fields all values of a header by its name; empty when it is missing
     */
    public record Face(String method, String path, @Nullable String query, Function<String, List<String>> fields) {

        /** The one value of a header; empty when it is missing. */
        private Optional<String> field(String name) {
            return fields.apply(name).stream().findFirst();
        }
    }

    /** Why the request may not come in where only this machine does; empty when it may. */
    public static Optional<GuardRefusal> refusal(Face face) {
        return refusal(face, Set.of());
    }

    /**
     * Why the request may not come in; empty when it may.
     *
     * @param hosts names in lower case that the server answers for, besides those of this machine
     */
    public static Optional<GuardRefusal> refusal(Face face, Set<String> hosts) {
        for (var once : ONCE) {
            if (face.fields().apply(once).size() > 1) {
                return Optional.of(new GuardRefusal(
                        400, "HEADER_INVALID", once, "header " + once + " stands more than once", "send it once"));
            }
        }
        var host = face.field("Host").orElse("").toLowerCase(Locale.ROOT);
        var name = PORT.matcher(host).replaceFirst("");
        if (!HOSTS.contains(name) && !hosts.contains(name)) {
            return Optional.of(new GuardRefusal(
                    421,
                    "HOST_UNKNOWN",
                    "Host",
                    "this server does not answer for that host",
                    hosts.isEmpty() ? "use localhost or 127.0.0.1" : "use a name that FAIRLEAD_HOSTS lists"));
        }
        if (isOfAnotherPage(face, host)) {
            return Optional.of(new GuardRefusal(
                    403,
                    "ORIGIN_FOREIGN",
                    face.field("Origin").isEmpty() ? "Sec-Fetch-Site" : "Origin",
                    "a web page of another origin may not send requests here",
                    "send it from a program, or from a page of this server"));
        }
        return Spelling.refusal(face.path(), face.query());
    }

    private static boolean isOfAnotherPage(Face face, String host) {
        var own = Set.of("http://" + host, "https://" + host);
        var origin = face.field("Origin");
        if (origin.isPresent() && !own.contains(origin.get().toLowerCase(Locale.ROOT))) {
            return true;
        }
        var site = face.field("Sec-Fetch-Site"); // Missing outside of browsers.
        if (site.isEmpty() || OWN_SITE.contains(site.get())) {
            return false;
        }
        // A link that somebody follows is no harm where nothing is changed and the answer goes to the reader alone.
        return !(SAFE.contains(face.method()) && face.field("Sec-Fetch-Mode").equals(Optional.of("navigate")));
    }
}
