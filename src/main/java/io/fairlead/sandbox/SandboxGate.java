package io.fairlead.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fairlead.guard.RequestGuard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What may not come in at the sandbox: other hosts' names, pages of others, strangers, bodies that are no JSON. */
final class SandboxGate {

    private static final String HEALTH = "/health"; // Tells nothing but that it runs.
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** @param token that every caller has to know; empty for none */
    static Optional<SandboxRefusal> refusal(HttpExchange exchange, String token) {
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI();
        var face = new RequestGuard.Face(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                name -> headers.getOrDefault(name, List.of()));
        var refused = RequestGuard.refusal(face)
                .map(told -> new SandboxRefusal(
                        told.status(), told.code(), told.field() == null ? "path" : told.field(), told.remedy()));
        if (refused.isEmpty() && !token.isEmpty() && !HEALTH.equals(uri.getRawPath()) && !knows(token, headers)) {
            return Optional.of(new SandboxRefusal(
                    401, "TOKEN_NEEDED", "Authorization", "send `Bearer` and the token of the sandbox"));
        }
        if (refused.isPresent() || READING.contains(exchange.getRequestMethod())) {
            return refused;
        }
        var type = headers.getFirst("Content-Type");
        return type == null || isJson(type)
                ? Optional.empty()
                : Optional.of(
                        new SandboxRefusal(415, "MEDIA_TYPE_UNSUPPORTED", "Content-Type", "send application/json"));
    }

    /** Compared in a time that does not tell how much of it was right. */
    private static boolean knows(String token, Headers headers) {
        var sent = Objects.requireNonNullElse(headers.getFirst("Authorization"), "");
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private SandboxGate() {}
}
