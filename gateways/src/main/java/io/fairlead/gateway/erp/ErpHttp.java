package io.fairlead.gateway.erp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON over HTTP with time-outs on connecting and on the whole answer. Sorts every ending into a {@link Failure}; an
 * answer that is not whole JSON is an unknown outcome, whatever its status says.
 */
final class ErpHttp {

    private static final long ANSWER_BYTES_MAX = 20L * 1024 * 1024;
    private static final Duration RETRY_AFTER_DEFAULT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final URI base;
    private final String token;
    private final Duration readTimeout;

    ErpHttp(URI base, String token, Duration connectTimeout, Duration readTimeout) {
        this.base = base;
        this.token = token;
        this.readTimeout = readTimeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    AdapterAnswer<JsonNode> get(String path) {
        return send(request(path).GET().build(), false);
    }

    AdapterAnswer<JsonNode> write(String method, String path, JsonNode body, UUID key) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .method(method, BodyPublishers.ofByteArray(GatewayJson.MAPPER.writeValueAsBytes(body)))
                .build();
        return send(request, true);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(readTimeout).header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private AdapterAnswer<JsonNode> send(HttpRequest request, boolean writes) {
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            // The request's own time-out ends with the headers; a body that stalls is bounded here.
            return judge(request, pending.get(readTimeout.toMillis() * 2, TimeUnit.MILLISECONDS), writes);
        } catch (TimeoutException _) {
            pending.cancel(true);
            return lost(writes, "no whole answer in time");
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return lost(writes, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return broken(e.getCause(), writes);
        }
    }

    private AdapterAnswer<JsonNode> broken(@Nullable Throwable cause, boolean writes) {
        return switch (cause) {
            case HttpConnectTimeoutException _ ->
                AdapterAnswer.failed(new Failure.Transient("no connection to " + base));
            case ConnectException _ -> AdapterAnswer.failed(new Failure.Transient("no connection to " + base));
            case IOException e -> lost(writes, "the answer was lost: " + e.getMessage());
            case null, default -> lost(writes, "the answer was lost: " + cause);
        };
    }

    /** A lost answer to a read is only a read not done; to a write it leaves open what was done. */
    private static AdapterAnswer<JsonNode> lost(boolean writes, String reason) {
        return AdapterAnswer.failed(writes ? new Failure.UnknownOutcome(reason) : new Failure.Transient(reason));
    }

    private AdapterAnswer<JsonNode> judge(HttpRequest request, HttpResponse<byte[]> response, boolean writes) {
        var status = response.statusCode();
        var body = parse(response);
        if (status == 429) {
            return AdapterAnswer.failed(new Failure.Throttled(retryAfter(response)));
        }
        if (status == 401 || status == 403) {
            return AdapterAnswer.failed(new Failure.AuthOrConfig("HTTP " + status + " for " + request.uri()));
        }
        if (status >= 200 && status < 300) {
            return body == null ? lost(writes, "HTTP " + status + " without whole JSON") : AdapterAnswer.of(body);
        }
        if (status == 503) {
            return AdapterAnswer.failed(new Failure.Transient("HTTP 503"));
        }
        if (status >= 500) {
            return lost(writes, "HTTP " + status);
        }
        if (status == 409) {
            // Somebody was there before us: the next push looks it up and compares.
            return AdapterAnswer.failed(new Failure.UnknownOutcome("HTTP 409: " + sentence(body)));
        }
        var code = body == null ? "" : body.path("code").asString("");
        return code.isEmpty()
                ? AdapterAnswer.failed(
                        new Failure.AuthOrConfig("HTTP " + status + " without a code for " + request.uri()))
                : AdapterAnswer.failed(new Failure.Business(code, sentence(body)));
    }

    private static String sentence(@Nullable JsonNode body) {
        if (body == null) {
            return "no reason given";
        }
        var field = body.path("field").asString("");
        var message = body.path("message").asString("no reason given");
        return field.isEmpty() ? message : field + ": " + message;
    }

    private static @Nullable JsonNode parse(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            return null;
        }
        try {
            var body = GatewayJson.MAPPER.readTree(response.body());
            return body.isObject() ? body : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        var asked = response.headers().firstValue("Retry-After").orElse("").strip();
        return asked.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(asked)) : RETRY_AFTER_DEFAULT;
    }
}
