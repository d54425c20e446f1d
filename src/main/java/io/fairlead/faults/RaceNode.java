package io.fairlead.faults;

import io.fairlead.launch.Logging;
import io.fairlead.log.MetadataKeys;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.AppendRefused;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.CommandIdentity;
import io.fairlead.store.CommandRepeated;
import io.fairlead.store.EventIds;
import io.fairlead.store.NewEvent;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.WriterSchema;
import io.fairlead.time.event.TimeRejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * One of the two nodes of the race: writers, and a reader of the tail, with a clock that is wrong. Arguments:
 * name, seconds the clock is off, number of writers, number of the first, seed, file for what is acknowledged, file
 * for what is read.
 */
public final class RaceNode {

    private static final int STREAMS = 20;
    private static final int PAUSE_MILLIS_MAX = 12;
    private static final int READ_MAX = 500;
    private static final String HASH = "0".repeat(64);

    private final PostgresStore store;
    private final InstantSource clock;
    private final long seed;
    private final EventCodec codec;
    private final WriterSchema schema;
    private volatile boolean stopped;
    private volatile long readUpTo = Long.MAX_VALUE;

    private RaceNode(PostgresStore store, InstantSource clock, long seed) {
        this.store = store;
        this.clock = clock;
        this.seed = seed;
        this.codec = new EventCodec(store.log());
        var text = TimeRejected.getClassSchema();
        this.schema = new WriterSchema(codec.fingerprint(text), text.toString());
    }

    /** Writes until told {@code stop}, reads until told {@code end <head>}. */
    public static void main(String[] arguments) throws Exception {
        Logging.toConsole("WARN");
        var clock = InstantSource.system().instant();
        var off = Duration.ofSeconds(Long.parseLong(arguments[1]));
        InstantSource wrong = () -> InstantSource.system().instant().plus(off);
        System.err.println("the clock says " + wrong.instant() + " at " + clock);
        try (var pool = FaultBed.pool(ChildJvm.database(), arguments[0], 24);
                var store = new PostgresStore(pool, wrong, StoreLimits.DEFAULT)) {
            new RaceNode(store, wrong, Long.parseLong(arguments[4]))
                    .run(
                            Integer.parseInt(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Path.of(arguments[5]),
                            Path.of(arguments[6]));
        }
    }

    private void run(int writers, int first, Path told, Path read) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var acknowledgements = new PrintWriter(Files.newBufferedWriter(told));
                var seen = new PrintWriter(Files.newBufferedWriter(read))) {
            try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
                var reader = readers.submit(() -> read(seen));
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (var i = 0; i < writers; i++) {
                        var number = first + i;
                        threads.execute(() -> write(number, acknowledgements));
                    }
                    say("ready");
                    var _ = await(in, "stop");
                    stopped = true;
                }
                say("stopped");
                readUpTo = Long.parseLong(await(in, "end ").substring("end ".length()));
                reader.get();
            }
        }
        say("done");
    }

    private static String await(BufferedReader in, String beginning) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("the campaign ended");
    }

    private void write(int number, PrintWriter acknowledgements) {
        var random = new Random(seed * 1_000 + number);
        var versions = new long[STREAMS];
        for (var i = 0; !stopped; i++) {
            var stream = random.nextInt(STREAMS);
            var events = 1 + random.nextInt(3);
            var key = "w%d-%d".formatted(number, i);
            var request = request("time-entry:w%d-%d".formatted(number, stream), versions[stream], events, key);
            acknowledgements.println("sent " + number + " " + key);
            var appended = sendUntilTold(request);
            versions[stream] += events;
            acknowledgements.println(
                    "told " + number + " " + key + " " + appended.firstPosition() + " " + appended.lastPosition());
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MAX)).toNanos());
        }
    }

    private Appended sendUntilTold(AppendRequest request) {
        while (true) {
            try {
                return store.appender().append(request);
            } catch (CommandRepeated e) {
                return e.former();
            } catch (AppendRefused e) {
                if (!e.retryable()) {
                    throw e;
                }
                System.err.println("sent again: " + e.getMessage());
            }
        }
    }

    private AppendRequest request(String stream, long version, int count, String key) {
        List<NewEvent> events = new ArrayList<>();
        for (var i = 0; i < count; i++) {
            var now = clock.instant();
            var payload = TimeRejected.newBuilder()
                    .setTimeEntryId(stream)
                    .setVersion(1)
                    .setRejectedBy("local|ann")
                    .setReason(key)
                    .setRejectedAt(Instant.EPOCH)
                    .build();
            events.add(new NewEvent(
                    EventIds.at(now.toEpochMilli()),
                    payload.getSchema().getFullName(),
                    schema,
                    Map.of(MetadataKeys.COMMAND_ID, key),
                    codec.encode(payload)));
        }
        return new AppendRequest(stream, "TimeEntry", version, events, new CommandIdentity("faults", key, HASH));
    }

    /** The plainest reader there is: everything beyond the last position. */
    private long read(PrintWriter seen) {
        var random = new Random(seed);
        var last = 0L;
        while (last < readUpTo) {
            try {
                for (var event : store.log().after(last, 1 + random.nextInt(READ_MAX))) {
                    last = event.position();
                    seen.println(last + " " + event.eventId());
                }
            } catch (AppendRefused e) {
                System.err.println("read again: " + e.getMessage());
            }
            var _ = store.log().awaitBeyond(last, Duration.ofMillis(20));
        }
        return last;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
