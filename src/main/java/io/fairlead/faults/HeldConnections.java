package io.fairlead.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Clients that hold connections by sending nothing more, or little.
 *
 * @param base address of the application
 * @param pause between two steps, milliseconds from 1
 * @param givenUp when the client itself ends what the server did not
 */
public record HeldConnections(String base, int pause, Duration givenUp) {

    private static final int BODY_BYTES = 10_000_000;
    private static final int STILL_AFTER = 9_900_000;
    private static final byte[] PIECE = " ".repeat(50_000).getBytes(StandardCharsets.US_ASCII);

    /**
     * How a connection ended.
     *
     * @param time from its first byte to its end
     * @param status what it was told, or "cut"
     */
    public record Held(Duration time, String status) {}

    static HeldConnections of(String base) {
        return new HeldConnections(base, 1_000, Duration.ofSeconds(120));
    }

    /** Sends nearly all of a body, then nothing. */
    Held body() {
        return held(post("/v1/time-entries", "application/json", BODY_BYTES), STILL_AFTER, "");
    }

    /** Sends a line of its head now and then. */
    Held header() {
        return held("GET /v1/legal-entities HTTP/1.1\r\nHost: 127.0.0.1\r\n", 0, "X-Slow: 1\r\n");
    }

    /** Sends a body of that size to the registry, and says what it was told. */
    String registry(long bytes) {
        return held(post("/registry/subjects/x/versions", "application/json", bytes), bytes, "")
                .status();
    }

    /** Half a file that is being taken in. */
    Half halfAFile() {
        try {
            var socket = open();
            var head = post("/v1/imports/time?profile=toggl&dry-run=true", LargeFile.TYPE, 2L * STILL_AFTER)
                    + LargeFile.HEAD;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(PIECE);
            }
            return new Half(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An upload that goes no further. */
    record Half(Socket socket) implements AutoCloseable {

        /** Its other end is gone. */
        void forget() {
            close();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String post(String path, String type, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private Socket open() throws IOException {
        var address = URI.create(base);
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(pause);
        return socket;
    }

    /** Sends the head and so many bytes of a body, then the step again and again, until the server ends it. */
    public Held held(String head, long bytes, String step) {
        var begin = System.nanoTime();
        var answer = new ByteArrayOutputStream();
        try (var socket = open()) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < bytes; sent += PIECE.length) {
                out.write(PIECE, 0, (int) Math.min(PIECE.length, bytes - sent));
            }
            while (isOpen(socket.getInputStream(), answer) && since(begin).compareTo(givenUp) < 0) {
                out.write(step.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException _) {
            // It was cut while it sent.
        }
        var told = answer.toString(StandardCharsets.US_ASCII);
        return new Held(since(begin), told.startsWith("HTTP/1.1 ") ? told.substring(9, 12) : "cut");
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits a step for the server's word; whether more may be sent. */
    private static boolean isOpen(InputStream in, ByteArrayOutputStream answer) throws IOException {
        try {
            var piece = new byte[4_096];
            int count = in.read(piece);
            if (count > 0) {
                answer.write(piece, 0, count);
            }
            return count >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}
