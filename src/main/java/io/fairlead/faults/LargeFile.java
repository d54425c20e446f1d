package io.fairlead.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;

/**
 * A time export of many rows, none of which can be taken, sent as a dry run.
 *
 * @param base address of the application
 * @param bytes of the rows
 */
record LargeFile(String base, long bytes) {

    static final String TYPE = "multipart/form-data; boundary=b";
    static final String HEAD = part("mapping")
            + "{\"profile\":\"toggl\",\"zone\":\"UTC\",\"billable\":\"yes\",\"persons\":{\"Amy\":\"person:amy\"},"
            + "\"projects\":{\"Portal\":\"project:p\"}}\r\n"
            + part("file")
            + "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n";

    private static final String ROW = "Nobody,,,Portal,,Sketch,Yes,2026-03-02,23:30:00,2026-03-02,23:45:00,00:15:00,\n";
    private static final byte[] ROWS = ROW.repeat(1_000).getBytes(StandardCharsets.UTF_8);
    private static final String FOOT = "\r\n--b--\r\n";
    private static final int TRIES_MAX = 300;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static String part(String name) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n";
    }

    /**
     * Sends it until it is taken.
     *
     * @return how often it was told to come again
     * @throws IllegalStateException when it is told anything else
     */
    int untilTaken() throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (int again = 0; again < TRIES_MAX; again++) {
                int status = send(client);
                if (status == 200) {
                    return again;
                }
                if (status != 503) {
                    throw new IllegalStateException("an import was answered with " + status);
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
        throw new IllegalStateException("an import was told to come again " + TRIES_MAX + " times");
    }

    /** A connection that is cut before its answer is read counts as one that was told to come again. */
    private int send(HttpClient client) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/imports/time?profile=toggl&dry-run=true"))
                .timeout(PATIENCE)
                .header("Content-Type", TYPE)
                .POST(body())
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 503;
        }
    }

    private BodyPublisher body() {
        int pieces = (int) (bytes / ROWS.length);
        long length = (long) HEAD.length() + (long) pieces * ROWS.length + FOOT.length();
        var all = BodyPublishers.concat(
                BodyPublishers.ofString(HEAD),
                BodyPublishers.ofByteArrays(Collections.nCopies(pieces, ROWS)),
                BodyPublishers.ofString(FOOT));
        return BodyPublishers.fromPublisher(all, length);
    }
}
