package io.fairlead.faults;

import io.fairlead.faults.Claim.Fate;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Kills the application or its PostgreSQL again and again under load, and counts what that broke. */
final class KillCampaign {

    private static final int RUN_MILLIS_MAX = 1_500;
    private static final int DOWN_MILLIS_MAX = 3_000;
    private static final long LONG_OUTAGE_MILLIS = 14_000; // Longer than a command's deadline.
    private static final Duration GO_ON_MAX = Duration.ofSeconds(30);
    private static final int QUIESCE_SECONDS_MAX = 60;
    private static final int REPEATS_MAX = 500;

    private final Campaign campaign;
    private final boolean shortForm;
    private final long seed;
    private final Random random;
    private final Violations violations = new Violations();
    private volatile @Nullable NodeLink node;
    private long slowestWayOnMillis;

    KillCampaign(Campaign campaign, boolean shortForm, long seed) {
        this.campaign = campaign;
        this.shortForm = shortForm;
        this.seed = seed;
        this.random = new Random(seed);
    }

    CampaignFigures run(LongConsumer done) {
        var begin = System.nanoTime();
        var kills = campaign.kills(shortForm);
        try (var ground = FaultBed.open()) {
            start(ground);
            try (var load = new JournaledLoad(this::node, seed, violations)) {
                goOn(load, 0);
                for (var kill = 1; kill <= kills; kill++) {
                    LockSupport.parkNanos(Duration.ofMillis(50L + random.nextInt(RUN_MILLIS_MAX))
                            .toNanos());
                    strike(ground, kill);
                    goOn(load, kill);
                    done.accept(kill);
                }
                load.stop();
                return finish(ground, load, kills, begin);
            } finally {
                node().close();
            }
        }
    }

    private NodeLink node() {
        return Objects.requireNonNull(node);
    }

    private void start(FaultBed ground) {
        node = new NodeLink(ground.postgres().url(), ground.log("node"));
        if (!node().awaitReady()) {
            node().close();
            throw new IllegalStateException("the node did not start; see " + ground.log("node"));
        }
    }

    private void strike(FaultBed ground, int kill) {
        if (campaign == Campaign.KILL_APP) {
            node().kill();
            if (random.nextInt(5) == 0) {
                // Once more while it starts, at any point of it.
                node = new NodeLink(ground.postgres().url(), ground.log("node"));
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(DOWN_MILLIS_MAX)).toNanos());
                node().kill();
            }
            start(ground);
        } else {
            ground.postgres().kill();
            var down =
                    !shortForm && kill == 2 ? LONG_OUTAGE_MILLIS : random.nextInt(shortForm ? 1_000 : DOWN_MILLIS_MAX);
            LockSupport.parkNanos(Duration.ofMillis(down).toNanos());
            ground.postgres().restart();
        }
    }

    /** Commands must go through again without anybody's help. */
    private void goOn(JournaledLoad load, int kill) {
        var goal = load.acknowledged() + JournaledLoad.CLIENTS;
        var begin = System.nanoTime();
        while (load.acknowledged() < goal) {
            if (System.nanoTime() - begin > GO_ON_MAX.toNanos()) {
                violations.add(Kind.STUCK, "after kill %d nothing goes through for %s".formatted(kill, GO_ON_MAX));
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        slowestWayOnMillis = Math.max(
                slowestWayOnMillis, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private CampaignFigures finish(FaultBed ground, JournaledLoad load, int kills, long begin) {
        var claims = load.claims();
        try (var pool = ground.pool("check", 8);
                var store = new PostgresStore(pool, InstantSource.system(), StoreLimits.DEFAULT)) {
            var repeated = repeat(load);
            if (!node().awaitViews(store.log().head(), QUIESCE_SECONDS_MAX)) {
                violations.add(Kind.STUCK, "the views do not reach the head in " + QUIESCE_SECONDS_MAX + " s");
            }
            node().end();
            var log = FaultBed.read(store.log());
            var commands = FaultBed.commands(pool);
            new HistoryCheck(log, commands, violations).check(claims);
            var findings = store.verifier().verify();
            violations.add(Kind.UNSOUND, findings.failures(), String.valueOf(findings.firstBadReason()));
            var further = new LinkedHashMap<String, Object>();
            further.put(
                    "unknown_but_stored",
                    claims.stream()
                            .filter(claim -> claim.fate() == Fate.UNKNOWN && commands.containsKey(claim.key()))
                            .count());
            further.put("told_later", load.later());
            further.put("slowest_answer_ms", load.slowestMillis());
            further.put("slowest_way_on_ms", slowestWayOnMillis);
            further.put("repeats_checked", repeated);
            further.put("view_rows", ViewsUnderFault.check(store, pool, violations));
            if (violations.total() == 0) {
                ground.passed();
            } else {
                further.put("evidence", ground.root().toString());
            }
            return figures(claims, log.size(), kills, begin, further);
        }
    }

    private CampaignFigures figures(
            List<Claim> claims, long stored, int kills, long begin, Map<String, Object> further) {
        return new CampaignFigures(
                campaign.id(),
                shortForm,
                seed,
                claims.size(),
                count(claims, Fate.ACKNOWLEDGED),
                count(claims, Fate.REFUSED),
                count(claims, Fate.UNKNOWN),
                stored,
                kills,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                further,
                CampaignFigures.broken(violations),
                violations.examples());
    }

    private static long count(List<Claim> claims, Fate fate) {
        return claims.stream().filter(claim -> claim.fate() == fate).count();
    }

    /** Sends acknowledged commands again: the same answer must come, and nothing may be stored. */
    private int repeat(JournaledLoad load) {
        var claims = load.claims();
        var orders = load.orders();
        var repeated = 0;
        for (var i = claims.size() - 1; i >= 0 && repeated < REPEATS_MAX; i--) {
            var claim = claims.get(i);
            if (claim.fate() != Fate.ACKNOWLEDGED || random.nextInt(claims.size()) >= 2 * REPEATS_MAX) {
                continue;
            }
            repeated++;
            var answer = node().ask(orders.get(i));
            if (!answer.equals(new NodeAnswer.Accepted(true, claim.first(), claim.last()))) {
                violations.add(Kind.WRONG_ANSWERS, "%s was told %s, and now %s".formatted(claim.key(), claim, answer));
            }
        }
        return repeated;
    }
}
