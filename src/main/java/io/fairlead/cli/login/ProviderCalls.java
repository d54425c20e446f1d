package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of an identity provider: forms there, JSON back. Redirects are not followed, so that a secret goes nowhere else, and
 * nothing goes unencrypted but within this machine.
 */
final class ProviderCalls {

    private static final Duration MAX = Duration.ofSeconds(20);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * What the provider answered.
     *
     * @param body an object, empty where it was none
     */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }

        /** The code of an OAuth error; empty where there is none. */
        String error() {
            return body.path("error").asString("");
        }

        /** For people: what the provider says of an error, else its code, else the status. */
        String reason() {
            var said = body.path("error_description").asString(error());
            return said.isBlank() ? "it answered " + status : said;
        }
    }

    static Answer post(URI address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static Answer get(URI address, String token) {
        var request = HttpRequest.newBuilder(address).GET();
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.timeout(MAX).header("Accept", "application/json").build();
        try {
            var response = CLIENT.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), 1 << 20));
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.RETRY_LATER,
                    "no answer from the identity provider at %s (%s); try again when it is up"
                            .formatted(request.uri(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            var read = JSON.readTree(body);
            return read != null && read.isObject() ? read : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode(); // A page of a proxy, say: the status tells.
        }
    }

    /** An address that secrets may go to; else the command ends. */
    static URI safe(String address, String what) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    ExitCode.USAGE, "%s is no address; write it like https://login.example.com".formatted(what));
        }
        if (!isSafe(uri)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s is %s; it must begin with https://, or name this machine".formatted(what, address));
        }
        return uri;
    }

    static boolean isSafe(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ProviderCalls() {}
}
