package io.fairlead.faults;

import io.fairlead.faults.Violations.Kind;
import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Bad requests at every door of a stack, each with a customer's name, a secret, lines that look like a log's and escapes of a
 * terminal: the logs must stay small and tell none of it.
 */
public final class LogFlood {

    private static final int REQUESTS_FULL = 100_000;
    private static final int REQUESTS_SHORT = 2_000;
    private static final long LOG_BYTES_MAX = 50L << 20;
    private static final int AT_ONCE = 16;
    private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged";
    private static final String NAME = "Canary Quintessa Longbottom";
    private static final String SECRET = "canary-s3cr3t-9f2c";
    private static final String TEXT = NAME + " " + SECRET + "\r\n" + FORGED + "\u001b[2J\u009b1m\u202e";

    private final DataFolder data;
    private final Addresses addresses;
    private final boolean shortForm;
    private final long seed;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    private LogFlood(DataFolder data, boolean shortForm, long seed) {
        this.data = data;
        this.addresses = Addresses.read(data).orElseThrow();
        this.shortForm = shortForm;
        this.seed = seed;
    }

    /** On a stack of its own in a temporary folder, which is deleted when nothing was told. */
    static CampaignFigures run(boolean shortForm, long seed, LongConsumer done) {
        return OwnStack.during("flood", folder -> on(folder, shortForm, seed, done));
    }

    /** On a stack that runs. */
    public static CampaignFigures on(DataFolder data, boolean shortForm, long seed, LongConsumer done) {
        return new LogFlood(data, shortForm, seed).flood(done);
    }

    private CampaignFigures flood(LongConsumer done) {
        var begin = System.nanoTime();
        var before = FloodedLogs.of(data, FORGED, List.of());
        var requests = shortForm ? REQUESTS_SHORT : REQUESTS_FULL;
        var random = new Random(seed);
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 1; number <= requests; number++) {
                free.acquireUninterruptibly();
                var kind = random.nextInt(KINDS);
                var own = number;
                var _ = threads.submit(() -> {
                    try {
                        send(kind, own);
                    } finally {
                        free.release();
                    }
                });
                done.accept(number);
            }
        }
        return judged(before, requests, begin);
    }

    private CampaignFigures judged(FloodedLogs before, int requests, long begin) {
        var logs = FloodedLogs.of(data, FORGED, List.of("Quintessa", "Longbottom", "s3cr3t"));
        var violations = new Violations();
        violations.add(Kind.LEAKED, logs.forged(), "forged lines: " + logs.examples());
        violations.add(Kind.LEAKED, logs.escapes(), "raw escapes: " + logs.examples());
        violations.add(Kind.LEAKED, logs.canaries(), "names and secrets: " + logs.examples());
        violations.add(
                Kind.LEAKED, logs.bytes() - before.bytes() > LOG_BYTES_MAX ? 1 : 0, logs.bytes() + " bytes of logs");
        violations.add(Kind.STUCK, failed.get(), "answers of 500 and more, or none");
        var further = new LinkedHashMap<String, Object>();
        further.put("log_bytes", logs.bytes() - before.bytes());
        further.put("log_lines", logs.lines() - before.lines());
        further.put("forged_lines", logs.forged());
        further.put("raw_escapes", logs.escapes());
        further.put("canary_hits", logs.canaries());
        if (violations.total() > 0) {
            further.put("evidence", data.root().toString());
        }
        return new CampaignFigures(
                Campaign.LOG_FLOOD.id(),
                shortForm,
                seed,
                requests,
                accepted.get(),
                refused.get(),
                failed.get(),
                0,
                0,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                further,
                CampaignFigures.broken(violations),
                violations.examples());
    }

    private static final int KINDS = 13;

    private void send(int kind, int number) {
        var text = encoded(TEXT);
        var quoted = TEXT.replace("\r", "\\r").replace("\n", "\\n").replace("\u001b", "\\u001b");
        var customer = "{\"id\":\"flood-%d\",\"name\":\"%s\",\"country\":\"DE\"".formatted(number, quoted);
        var v1 = addresses.application() + "/v1";
        switch (kind) {
            case 0 -> get(v1 + "/contracts/eng-01/amendments?cursor=" + text);
            case 1 -> get(v1 + "/customers/" + text);
            case 2 -> get(v1 + "/customers?" + encoded(SECRET) + "=" + text);
            case 3 -> get(v1 + "/kpis?from=" + text + "&to=2026-01-01");
            case 4 -> post(v1 + "/customers", customer + ",\"currency\":" + SECRET + "}");
            case 5 -> post(v1 + "/customers", customer + ",\"currency\":\"EUR\",\"" + quoted + "\":1}");
            case 6 -> post(v1 + "/time-entries", "{\"person\":\"" + quoted + "\",\"seconds\":\"" + quoted + "\"}");
            case 7 -> post(v1 + "/payments", "{\"source\":\"" + NAME + "\",\"amount\":\"" + SECRET + "\"}");
            case 8 ->
                post(
                        addresses.registry() + "/subjects/" + encoded(SECRET) + "/versions",
                        "{\"schema\":\"" + quoted + "\"}");
            case 9 -> post(addresses.erp() + "/" + encoded(NAME), "{\"name\":" + SECRET);
            case 10 -> post(v1 + "/time-entries/" + encoded(SECRET) + "/submission", "{}");
            case 11 ->
                raw("GET /v1/customers/" + SECRET + " HTTP/1.1\r\nHost: localhost\r\nFairlead-Actor: " + NAME
                        + "\u001b|x\r\n\r\n");
            default -> raw(NAME + "\u001b[2J /v1/" + SECRET + "\n" + FORGED + "\r\n\r\n");
        }
    }

    private void get(String address) {
        note(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    private void post(String address, String body) {
        note(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void note(HttpRequest.Builder request) {
        try {
            var status = client.send(
                            request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            (status < 400 ? accepted : status < 500 ? refused : failed).incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What no client would send. */
    private void raw(String text) {
        var application = URI.create(addresses.application());
        try (var socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            var first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            (first.startsWith("HTTP/1.1 4") ? refused : failed).incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
