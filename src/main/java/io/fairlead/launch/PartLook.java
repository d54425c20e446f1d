package io.fairlead.launch;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks a part a question that needs no login, within two seconds: the system takes connections for a process that is frozen,
 * so a port that accepts tells nothing.
 *
 * @param isAnswering whether it answered as such a part does
 * @param saw what was seen, for people
 */
record PartLook(boolean isAnswering, String saw) {

    static final Duration MAX = Duration.ofSeconds(2);

    private static final String SILENT = "no answer within " + MAX.toSeconds() + " s";

    /** PostgreSQL's question whether it encrypts; it answers with one letter, and logs nothing. */
    private static final byte[] SSL_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    private static final int CORRELATION = 0x46_4C_31_34;

    /** Kafka's question for the versions of its requests, the oldest form, which comes before a login. */
    private static final byte[] API_VERSIONS = ByteBuffer.allocate(14)
            .putInt(10)
            .putShort((short) 18)
            .putShort((short) 0)
            .putInt(CORRELATION)
            .putShort((short) -1)
            .array();

    private static final Pattern ADDRESS =
            Pattern.compile("(?:(.*)://)?(?:[^/@]*@)?(\\[[0-9a-fA-F:]+]|[^:/,\\[\\]]+)(?::(\\d{1,5}))?(?:[/,?].*)?");

    private static final Map<String, Integer> USUAL_PORTS = Map.of("jdbc:postgresql", 5_432, "http", 80, "https", 443);

    /** One of ours, where its files say that it listens. */
    static PartLook at(Part part, String address) {
        return switch (part) {
            case POSTGRES -> asked(address, PartLook::isPostgres);
            case KAFKA -> asked(address, PartLook::isKafka);
            case SANDBOX -> http(address + "/health");
            case APPLICATION -> http(address + "/actuator/health/readiness");
        };
    }

    /** Somebody else's part: whether anybody listens there. How it is asked for more is not known. */
    static PartLook listening(String address) {
        return asked(address, _ -> true);
    }

    private interface Question {
        boolean isAnswered(Socket socket) throws IOException;
    }

    /** Beside this thread, since a name is looked up as long as the system likes. */
    private static PartLook asked(String address, Question question) {
        var place = place(address);
        if (place.isEmpty()) {
            return new PartLook(false, "no host and port in " + address);
        }
        var look = new FutureTask<>(() -> asked(place.get(), question));
        var _ = Thread.ofVirtual().start(look);
        try {
            return look.get(2 * MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new PartLook(false, SILENT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PartLook(false, "interrupted");
        }
    }

    private static PartLook asked(InetSocketAddress place, Question question) {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) MAX.toMillis());
            socket.connect(resolved(place), (int) MAX.toMillis());
            return question.isAnswered(socket)
                    ? new PartLook(true, "answers")
                    : new PartLook(false, "somebody else answers at its port");
        } catch (IOException e) {
            return new PartLook(false, words(e));
        }
    }

    private static InetSocketAddress resolved(InetSocketAddress place) throws UnknownHostException {
        var resolved = new InetSocketAddress(place.getHostString(), place.getPort());
        if (resolved.isUnresolved()) {
            throw new UnknownHostException(place.getHostString());
        }
        return resolved;
    }

    /** Of {@code jdbc:postgresql://host:port/database}, {@code host:port,...} or {@code http://host:port/path}. */
    static Optional<InetSocketAddress> place(String address) {
        var found = ADDRESS.matcher(address.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int port = found.group(3) == null
                ? USUAL_PORTS.getOrDefault(String.valueOf(found.group(1)), 0)
                : Integer.parseInt(found.group(3));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(InetSocketAddress.createUnresolved(found.group(2).replaceAll("[\\[\\]]", ""), port));
    }

    private static boolean isPostgres(Socket socket) throws IOException {
        socket.getOutputStream().write(SSL_REQUEST);
        int answer = socket.getInputStream().read();
        return answer == 'S' || answer == 'N';
    }

    private static boolean isKafka(Socket socket) throws IOException {
        socket.getOutputStream().write(API_VERSIONS);
        var in = new DataInputStream(socket.getInputStream());
        return in.readInt() > Integer.BYTES && in.readInt() == CORRELATION;
    }

    private static PartLook http(String address) {
        try (var client = HttpClient.newBuilder().connectTimeout(MAX).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(MAX).build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? new PartLook(true, "answers") : new PartLook(false, "answers " + status);
        } catch (IOException e) {
            return new PartLook(false, words(e));
        } catch (IllegalArgumentException e) {
            return new PartLook(false, "no address: " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PartLook(false, "interrupted");
        }
    }

    private static String words(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException _, SocketTimeoutException _ -> SILENT;
            case UnknownHostException _ -> "no machine of that name";
            case ConnectException _, NoRouteToHostException _ -> "nobody listens";
            case EOFException _ -> "hangs up";
            default -> "hangs up (" + failure.getClass().getSimpleName() + ")";
        };
    }
}
