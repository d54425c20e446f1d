package io.fairlead.sandbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Speaks to a sandbox as a test's author would with curl. */
final class SandboxClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    SandboxClient(URI base) {
        this.base = base;
    }

    @CanIgnoreReturnValue
    HttpResponse<String> call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return Json.MAPPER.readTree(call("GET", path, "").body());
    }

    @CanIgnoreReturnValue
    JsonNode post(String path, String body) {
        return Json.MAPPER.readTree(call("POST", path, body).body());
    }
}
