package io.fairlead.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer");

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
     * @param hosts all Host fields
     * @param origins all Origin fields
     * @param site Sec-Fetch-Site; null when it is missing, as outside of browsers
     * @param mode Sec-Fetch-Mode; null when it is missing
     */
    public record Face(
            String method,
            String path,
            @Nullable String query,
            List<String> hosts,
            List<String> origins,
            @Nullable String site,
            @Nullable String mode) {}

    /** Why the request may not come in; empty when it may. */
    public static Optional<GuardRefusal> refusal(Face face) {
        var host = face.hosts().size() == 1 ? face.hosts().getFirst().toLowerCase(Locale.ROOT) : "";
        if (!HOSTS.contains(PORT.matcher(host).replaceFirst(""))) {
            return Optional.of(new GuardRefusal(
                    421,
                    "HOST_UNKNOWN",
                    "Host",
                    "this server does not answer for that host",
                    "use localhost or 127.0.0.1"));
        }
        if (isOfAnotherPage(face, host)) {
            return Optional.of(new GuardRefusal(
                    403,
                    "ORIGIN_FOREIGN",
                    face.origins().isEmpty() ? "Sec-Fetch-Site" : "Origin",
                    "a web page of another origin may not send requests here",
                    "send it from a program, or from a page of this server"));
        }
        return Spelling.refusal(face.path(), face.query());
    }

    private static boolean isOfAnotherPage(Face face, String host) {
        var own = Set.of("http://" + host, "https://" + host);
        if (!own.containsAll(
                face.origins().stream().map(o -> o.toLowerCase(Locale.ROOT)).toList())) {
            return true;
        }
        var site = face.site();
        if (site == null || OWN_SITE.contains(site)) {
            return false;
        }
        // A link that somebody follows is no harm where nothing is changed and the answer goes to the reader alone.
        return !(SAFE.contains(face.method()) && "navigate".equals(face.mode()));
    }
}
