package io.fairlead.faults;

import io.fairlead.faults.HeldConnections.Held;
import io.fairlead.faults.Violations.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Storms the doors of a whole stack: large files, bodies that stand still, a body far beyond any limit, headers that trickle, all
 * at once, while somebody reads. Then kills the application while it takes in a file, and stops it for good; it must come back by
 * itself and leave nothing.
 */
final class DoorsCampaign {

    private static final int MIB = 1 << 20;
    private static final Duration READ_P99_MAX = Duration.ofSeconds(1);
    private static final Duration CUT_MAX = Duration.ofSeconds(30);
    private static final Duration REPLACED_MAX = Duration.ofSeconds(60);

    /** How much of everything. */
    private record Storm(int imports, long importBytes, int bodies, int headers, long registryBytes) {

        static final Storm SHORT = new Storm(3, 8L * MIB, 40, 40, 40L * MIB);
        static final Storm FULL = new Storm(8, 60L * MIB, 200, 200, 300L * MIB);
    }

    private final boolean shortForm;
    private final long seed;
    private final Storm storm;
    private final Violations violations = new Violations();
    private final Map<String, Object> further = new LinkedHashMap<>();
    private long refused;

    DoorsCampaign(boolean shortForm, long seed) {
        this.shortForm = shortForm;
        this.seed = seed;
        this.storm = shortForm ? Storm.SHORT : Storm.FULL;
    }

    CampaignFigures run(LongConsumer done) {
        var begin = System.nanoTime();
        try (var bed = DoorsBed.open(shortForm)) {
            var reads = storm(bed);
            further.put("files_left", filesLeftAfterKill(bed));
            done.accept(1);
            if (!shortForm) {
                further.put("replaced_s", secondsUntilReplaced(bed));
                done.accept(2);
            }
            if (violations.total() == 0) {
                bed.passed();
            } else {
                further.put("evidence", bed.data().root().toString());
            }
            return new CampaignFigures(
                    Campaign.DOORS.id(),
                    shortForm,
                    seed,
                    reads.count() + storm.imports() + storm.bodies() + storm.headers() + 1,
                    reads.answered(),
                    refused,
                    reads.failed(),
                    0,
                    Campaign.DOORS.kills(shortForm),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                    further,
                    CampaignFigures.broken(violations),
                    violations.examples());
        }
    }

    private SteadyReads storm(DoorsBed bed) {
        long before = bed.application().pid();
        var imports = new ArrayList<Future<Integer>>();
        var bodies = new ArrayList<Future<Held>>();
        var headers = new ArrayList<Future<Held>>();
        var address = bed.address();
        try (var reads = SteadyReads.of(address, "/v1/legal-entities")) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < storm.imports(); i++) {
                    imports.add(threads.submit(() -> new LargeFile(address, storm.importBytes()).untilTaken()));
                }
                var held = HeldConnections.of(address);
                for (int i = 0; i < storm.bodies(); i++) {
                    bodies.add(threads.submit(held::body));
                }
                for (int i = 0; i < storm.headers(); i++) {
                    headers.add(threads.submit(held::header));
                }
                further.put("registry_answer", held.registry(storm.registryBytes()));
            }
            refused = imports.stream().mapToInt(Future::resultNow).sum();
            further.put("imports_sent_again", refused);
            cut("bodies", bodies);
            cut("headers", headers);
            tell(reads);
            requireMemory(bed, before);
            return reads;
        }
    }

    private void tell(SteadyReads reads) {
        further.put("reads_p50_ms", reads.percentile(50).toMillis());
        further.put("reads_p99_ms", reads.percentile(99).toMillis());
        further.put("reads_max_ms", reads.percentile(100).toMillis());
        violations.add(Kind.STUCK, reads.failed(), "reads got no answer of 200");
        if (reads.percentile(99).compareTo(READ_P99_MAX) > 0) {
            violations.add(Kind.SLOW, "1 of 100 reads took longer than " + READ_P99_MAX);
        }
    }

    private void cut(String what, List<Future<Held>> connections) {
        var slowest = connections.stream()
                .map(Future::resultNow)
                .map(Held::time)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        var answers = new LinkedHashMap<String, Integer>();
        connections.forEach(each -> answers.merge(each.resultNow().status(), 1, Integer::sum));
        further.put(what + "_cut_after_s", tenths(slowest));
        further.put(what + "_answers", answers.toString());
        if (slowest.compareTo(CUT_MAX) > 0) {
            violations.add(Kind.SLOW, "one of the %s was held for %s".formatted(what, slowest));
        }
    }

    private void requireMemory(DoorsBed bed, long before) {
        var outOfMemory = bed.outOfMemory();
        further.put("out_of_memory", outOfMemory);
        violations.add(Kind.STUCK, outOfMemory, "memory was not enough");
        if (bed.application().pid() != before) {
            violations.add(Kind.STUCK, "the application ended under the storm");
        }
    }

    private long filesLeftAfterKill(DoorsBed bed) {
        try (var half = HeldConnections.of(bed.address()).halfAFile()) {
            bed.awaitSpooled();
            bed.killAndAwaitNext();
            half.forget();
        }
        long left = bed.spooled();
        violations.add(Kind.LEFT_BEHIND, left, "files that a killed application took in");
        return left;
    }

    private String secondsUntilReplaced(DoorsBed bed) {
        var time = bed.stopAndAwaitNext();
        if (time.compareTo(REPLACED_MAX) > 0) {
            violations.add(Kind.SLOW, "the application that hung was replaced after " + time);
        }
        return tenths(time);
    }

    private static String tenths(Duration time) {
        return time.toMillis() / 1_000 + "." + time.toMillis() % 1_000 / 100;
    }
}
