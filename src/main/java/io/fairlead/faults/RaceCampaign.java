package io.fairlead.faults;

import io.fairlead.faults.Claim.Fate;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Sixteen writers and two readers on two nodes, with all that may go wrong between them. */
final class RaceCampaign {

    private static final int WRITERS_PER_NODE = 8;
    private static final int CLOCK_OFF_SECONDS = 90;
    // The database ends a hung transaction after 5 s; the rest is for a busy machine.
    private static final long STALL_MILLIS_MAX = 8_000;
    private static final List<Duration> FREEZES_SHORT = List.of(Duration.ofSeconds(2), Duration.ofSeconds(7));
    private static final List<Duration> FREEZES_FULL =
            List.of(Duration.ofSeconds(3), Duration.ofSeconds(70), Duration.ofSeconds(7));

    private final boolean shortForm;
    private final long seed;
    private final Violations violations = new Violations();
    private final Map<String, Object> further = new LinkedHashMap<>();

    RaceCampaign(boolean shortForm, long seed) {
        this.shortForm = shortForm;
        this.seed = seed;
    }

    private record Node(String name, ChildJvm jvm) {}

    CampaignFigures run(LongConsumer done) {
        var begin = System.nanoTime();
        try (var ground = FaultBed.open();
                var administrator = FaultBed.pool(ground.postgres().administratorUrl(), "administrator", 12);
                var strangers = new ForeignTransactions(administrator, Duration.ofSeconds(shortForm ? 3 : 20), seed)) {
            var nodes = List.of(
                    start(ground, "node-a", CLOCK_OFF_SECONDS, 0),
                    start(ground, "node-b", -CLOCK_OFF_SECONDS, WRITERS_PER_NODE));
            try {
                nodes.forEach(node -> node.jvm().await("ready"));
                freezeInTurn(nodes, new Freezer(administrator), done);
                nodes.forEach(node -> say(node, "stop"));
                nodes.forEach(node -> node.jvm().await("stopped"));
                further.put("foreign_transactions", strangers.transactions());
                return finish(ground, nodes, begin);
            } finally {
                nodes.forEach(node -> node.jvm().close());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the race could not be run: " + e.getMessage(), e);
        }
    }

    private Node start(FaultBed ground, String name, int clockOffSeconds, int firstWriter) {
        return new Node(
                name,
                ChildJvm.start(
                        RaceNode.class,
                        ground.log(name),
                        ground.postgres().url(),
                        name,
                        Integer.toString(clockOffSeconds),
                        Integer.toString(WRITERS_PER_NODE),
                        Integer.toString(firstWriter),
                        Long.toString(seed),
                        ground.file(name + ".told").toString(),
                        ground.file(name + ".seen").toString()));
    }

    private static void say(Node node, String line) {
        try {
            node.jvm().say(line);
        } catch (IOException e) {
            throw new UncheckedIOException(node.name() + " has ended; see its log", e);
        }
    }

    private void freezeInTurn(List<Node> nodes, Freezer freezer, LongConsumer done) throws SQLException {
        var caught = 0;
        var longest = 0L;
        var freezes = shortForm ? FREEZES_SHORT : FREEZES_FULL;
        for (var i = 0; i < freezes.size(); i++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            var node = nodes.get(i % nodes.size());
            var stalled = freezer.freeze(node.jvm(), node.name(), freezes.get(i));
            if (stalled >= 0) {
                caught++;
            } else {
                violations.add(Kind.STUCK, node.name() + " was never stopped inside its transaction");
            }
            if (stalled > STALL_MILLIS_MAX) {
                violations.add(Kind.STUCK, "the log stood still for " + stalled + " ms while " + node.name() + " hung");
            }
            longest = Math.max(longest, stalled);
            done.accept(i + 1);
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        further.put("frozen_inside_transaction", caught);
        further.put(
                "frozen_seconds_max",
                freezes.stream().mapToLong(Duration::toSeconds).max().orElse(0));
        further.put("log_stood_still_ms_max", longest);
    }

    private CampaignFigures finish(FaultBed ground, List<Node> nodes, long begin) throws IOException {
        try (var pool = ground.pool("check", 8);
                var store = new PostgresStore(pool, InstantSource.system(), StoreLimits.DEFAULT)) {
            var head = store.log().head();
            nodes.forEach(node -> say(node, "end " + head));
            nodes.forEach(node -> node.jvm().await("done"));
            var log = FaultBed.read(store.log());
            var claims = new ArrayList<Claim>();
            for (var node : nodes) {
                claims.addAll(claims(ground, node));
                ReaderCheck.check(node.name(), seen(ground, node), log, violations);
            }
            new HistoryCheck(log, FaultBed.commands(pool), violations).check(claims);
            var findings = store.verifier().verify();
            violations.add(Kind.UNSOUND, findings.failures(), String.valueOf(findings.firstBadReason()));
            if (violations.total() == 0) {
                ground.passed();
            } else {
                further.put("evidence", ground.root().toString());
            }
            var acknowledged = claims.stream()
                    .filter(claim -> claim.fate() == Fate.ACKNOWLEDGED)
                    .count();
            return new CampaignFigures(
                    Campaign.RACE.id(),
                    shortForm,
                    seed,
                    claims.size(),
                    acknowledged,
                    0,
                    claims.size() - acknowledged,
                    log.size(),
                    Campaign.RACE.kills(shortForm),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                    further,
                    CampaignFigures.broken(violations),
                    violations.examples());
        }
    }

    private static List<Claim> claims(FaultBed ground, Node node) throws IOException {
        var claims = new LinkedHashMap<String, Claim>();
        for (var line : Files.readAllLines(ground.file(node.name() + ".told"))) {
            var words = line.split(" ", -1);
            var writer = Integer.parseInt(words[1]);
            var key = words[2];
            claims.put(
                    key,
                    words[0].equals("told")
                            ? new Claim(
                                    writer, key, Fate.ACKNOWLEDGED, Long.parseLong(words[3]), Long.parseLong(words[4]))
                            : new Claim(writer, key, Fate.UNKNOWN, 0, 0));
        }
        return List.copyOf(claims.values());
    }

    private static List<ReaderCheck.Seen> seen(FaultBed ground, Node node) throws IOException {
        try (var lines = Files.lines(ground.file(node.name() + ".seen"))) {
            return lines.map(line -> {
                        var blank = line.indexOf(' ');
                        return new ReaderCheck.Seen(
                                Long.parseLong(line.substring(0, blank)), line.substring(blank + 1));
                    })
                    .toList();
        }
    }
}
