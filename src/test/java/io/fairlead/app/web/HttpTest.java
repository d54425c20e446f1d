package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Base of tests that speak HTTP; all share one running web layer. */
@SpringBootTest(
        classes = WebWithoutStore.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.main.banner-mode=off", "server.tomcat.basedir=target/tomcat"})
public abstract class HttpTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    RememberedCommands commands;

    @Autowired
    WebWithoutStore.SettableViews views;

    /** What came back. */
    protected record Answer(int status, HttpResponse<String> http) {

        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    protected Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(with(request, headers));
    }

    /** Files by the name of their part, as multipart/form-data. */
    Answer upload(String path, Map<String, String> files, String... headers) {
        var body = new StringBuilder();
        files.forEach((name, content) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"f\"\r\n\r\n")
                .append(content)
                .append("\r\n"));
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n"));
        return send(with(request, headers));
    }

    protected Answer get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(uri(path)).GET(), headers));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A problem with all that clients rely on, and nothing of the inside. */
    protected static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.http().body()).as("status %s", answer.status()).contains("\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("type")).startsWith("urn:fairlead:problem:");
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(answer.text("traceId")).hasSize(32);
        assertThat(answer.http().body()).doesNotContain("io.fairlead", "tools.jackson", "org.spring", "Exception");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
