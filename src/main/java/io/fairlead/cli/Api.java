package io.fairlead.cli;

import io.fairlead.cli.login.Bearer;
import io.fairlead.cli.login.Bearers;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Part;
import io.fairlead.launch.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API as commands use it: names the actor, makes commands repeatable, and turns refusals into messages and codes.
 *
 * @param base address without a slash at its end
 * @param actor who acts, the header {@code Fairlead-Actor}
 * @param patience how long a call is repeated while the application is away or asks to come later; zero for not at all
 * @param bearer proves who calls; where it tells who acts, the actor is not sent
 * @param others addresses of further application processes on the same store, tried when nobody listens at the first
 * @param says gets a line for people when a call has to wait, and every ten seconds while it does
 */
public record Api(
        String base,
        String actor,
        Duration patience,
        Bearer bearer,
        Supplier<List<String>> others,
        Consumer<String> says) {

    /** System property that takes the place of FAIRLEAD_URL. */
    public static final String ADDRESS = "fairlead.url";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration CALL_MAX = Duration.ofMinutes(5);
    private static final Duration UPLOAD_MAX = Duration.ofHours(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);
    private static final Duration TOLD = Duration.ofSeconds(10);

    public Api(String base, String actor, Duration patience) {
        this(base, actor, patience, List::of);
    }

    public Api(String base, String actor, Duration patience, Supplier<List<String>> others) {
        this(base, actor, patience, Bearer.NONE, others, _ -> {});
    }

    /**
     * An accepted call.
     *
     * @param body null node when there was none
     * @param headers names in lower case, the first value of each
     */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {}

    /** The application of this data folder with all its processes, or the one {@code FAIRLEAD_URL} names. */
    public static Api local() {
        var environment = new HashMap<>(System.getenv());
        var address = System.getProperty(ADDRESS);
        if (address != null) {
            environment.put("FAIRLEAD_URL", address);
        }
        return local(environment);
    }

    static Api local(Map<String, String> environment) {
        var actor = environment.getOrDefault("FAIRLEAD_ACTOR", "local");
        var url = environment.getOrDefault("FAIRLEAD_URL", "");
        if (!url.isBlank()) {
            if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
                throw new CommandFailed(ExitCode.USAGE, "FAIRLEAD_URL is no address; set it to http://host:port");
            }
            var base = url.replaceAll("/+$", "");
            return new Api(base, actor, Duration.ZERO).withBearer(Bearers.ofServer(environment, base));
        }
        var data = DataFolder.of(environment);
        var port = new Ports(data, environment).remembered(Part.APPLICATION.id());
        if (port.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.NEVER_STARTED,
                    "Fairlead never ran on %s; start it with `fairlead up` or set FAIRLEAD_URL".formatted(data.root()));
        }
        return new Api("http://127.0.0.1:" + port.getAsInt(), actor, Duration.ZERO, () -> Part.furtherAddresses(data))
                .withBearer(Bearers.ofFolder(environment, data));
    }

    public Api as(String otherActor) {
        return new Api(base, otherActor, patience, bearer, others, says);
    }

    public Api withPatience(Duration longer) {
        return new Api(base, actor, longer, bearer, others, says);
    }

    /** The same, telling somebody when a call has to wait. */
    Api telling(Consumer<String> listener) {
        return new Api(base, actor, patience, bearer, others, listener);
    }

    /** The same for a server that asks for a secret. */
    public Api withToken(String secret) {
        return withBearer(Bearer.secret(secret));
    }

    /** The same with what proves who calls. */
    public Api withBearer(Bearer proof) {
        return new Api(base, actor, patience, proof, others, says);
    }

    /** One process of this data folder's application. */
    static Api ofPart(String address) {
        var environment = System.getenv();
        return new Api(address, "local", Duration.ZERO)
                .withBearer(Bearers.ofFolder(environment, DataFolder.of(environment)));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return base + " as " + actor;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Reads what is no JSON. */
    public byte[] download(String path, String mediaType) {
        var request = request(path)
                .setHeader("Accept", mediaType + ", application/problem+json")
                .GET()
                .build();
        return retrying(() -> answered(request)).body();
    }

    /** Sends a command under a key of its own, so that only repeats within this call are one command. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /**
     * Sends a command.
     *
     * @param idempotencyKey the same key with the same body is the same command, for ever
     */
    public Answer post(String path, Object body, String idempotencyKey) {
        return send(command(path, body, idempotencyKey).build());
    }

    private HttpRequest.Builder command(String path, Object body, String idempotencyKey) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /**
     * Asks what would come of a command, and refuses as the command itself does; nothing is stored.
     *
     * @return the answer that the command would have, but for its position
     */
    public Answer rehearse(String path, Object body) {
        return send(command(path, body, UUID.randomUUID().toString())
                .header("Fairlead-Dry-Run", "true")
                .build());
    }

    /**
     * Sends files; each thing in them is keyed by the application, so that sending them again changes nothing.
     *
     * @param files by the name of their part
     */
    public Answer upload(String path, Map<String, byte[]> files) {
        var border = "fairlead-" + UUID.randomUUID();
        return send(request(path)
                .timeout(UPLOAD_MAX)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Multipart.of(files, border)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(CALL_MAX)
                .header("Accept", "application/json, application/problem+json");
        return bearer.isActor() ? request : request.header("Fairlead-Actor", actor);
    }

    /** With the token of this moment: what is repeated for minutes may outlive one. */
    private HttpRequest proved(HttpRequest request) {
        var token = bearer.token();
        return token.isEmpty()
                ? request
                : HttpRequest.newBuilder(request, (_, _) -> true)
                        .header("Authorization", "Bearer " + token)
                        .build();
    }

    private Answer send(HttpRequest request) {
        return retrying(() -> sendOnce(request));
    }

    private <T> T retrying(Supplier<T> call) {
        var begin = System.nanoTime();
        var told = begin - TOLD.toNanos();
        var pause = PAUSE;
        while (true) {
            try {
                return call.get();
            } catch (CommandFailed failed) {
                var now = System.nanoTime();
                if (failed.code() != ExitCode.RETRY_LATER || now - begin >= patience.toNanos()) {
                    throw failed;
                }
                if (now - told >= TOLD.toNanos()) {
                    told = now;
                    says.accept("waiting since %d s, at most %d s: %s"
                            .formatted(
                                    Duration.ofNanos(now - begin).toSeconds(),
                                    patience.toSeconds(),
                                    failed.getMessage()));
                }
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
        }
    }

    /** Only when nobody listens another process is asked: nothing was sent yet, and it has the same store. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException away) {
            for (var other : others.get()) {
                var path = request.uri().toString().substring(base.length());
                var same = HttpRequest.newBuilder(request, (_, _) -> true)
                        .uri(URI.create(other + path))
                        .build();
                try {
                    return CLIENT.send(same, HttpResponse.BodyHandlers.ofByteArray());
                } catch (ConnectException alsoAway) {
                    away.addSuppressed(alsoAway);
                }
            }
            throw away;
        }
    }

    private Answer sendOnce(HttpRequest request) {
        var response = answered(request);
        var body = response.body();
        var headers = new LinkedHashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        try {
            return new Answer(response.statusCode(), body.length == 0 ? JSON.nullNode() : JSON.readTree(body), headers);
        } catch (JacksonException e) {
            throw new CommandFailed(
                    ExitCode.FAILED, "%s answered no JSON (%s)".formatted(request.uri(), e.getOriginalMessage()));
        }
    }

    /** The answer of an accepted call. */
    private HttpResponse<byte[]> answered(HttpRequest request) {
        try {
            var response = exchange(proved(request));
            if (response.statusCode() >= 400) {
                throw RefusedCall.of(request, response.statusCode(), response.body());
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.RETRY_LATER,
                    "no answer from %s (%s); is it up? see `fairlead status`"
                            .formatted(base, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
        }
    }
}
