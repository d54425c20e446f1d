package io.fairlead.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.fairlead.guard.RequestGuard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may not come in at the sandbox: other hosts' names, pages of others, bodies that are no JSON. */
final class SandboxGate {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static Optional<SandboxRefusal> refusal(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI();
        var face = new RequestGuard.Face(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                headers.getOrDefault("Host", List.of()),
                headers.getOrDefault("Origin", List.of()),
                headers.getFirst("Sec-Fetch-Site"),
                headers.getFirst("Sec-Fetch-Mode"));
        var refused = RequestGuard.refusal(face)
                .map(told -> new SandboxRefusal(
                        told.status(), told.code(), told.field() == null ? "path" : told.field(), told.remedy()));
        if (refused.isPresent() || READING.contains(exchange.getRequestMethod())) {
            return refused;
        }
        var type = headers.getFirst("Content-Type");
        return type == null || isJson(type)
                ? Optional.empty()
                : Optional.of(
                        new SandboxRefusal(415, "MEDIA_TYPE_UNSUPPORTED", "Content-Type", "send application/json"));
    }

    private static boolean isJson(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private SandboxGate() {}
}
