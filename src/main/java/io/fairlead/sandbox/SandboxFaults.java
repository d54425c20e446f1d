package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The switchable faults of the business endpoints, drawn from a seeded generator and counted. */
final class SandboxFaults {

    private static final int PARTS = 10_000;
    private static final int MILLIS_MAX = 120_000;

    /** What befalls one request. */
    enum Fault {
        NONE,
        ACCEPT_THEN_TIMEOUT,
        THROTTLED,
        ERROR_BEFORE,
        ERROR_AFTER,
        GARBAGE_HTML,
        GARBAGE_TRUNCATED,
        GARBAGE_WRONG_ID,
        DUPLICATE
    }

    /**
     * The switches; ratios are fractions from 0 to 1 whose sum is at most 1.
     *
     * @param lateMillis each business request waits this long before it is handled
     * @param holdMillis how long an accepted request is held before its connection is cut without an answer
     * @param retryAfterSeconds what 429 asks for
     * @param duplicateRatio requests that are handled twice; the change feed then repeats its page's entries
     * @param ignoreReferences a reference that is known makes another document, as in an ERP without idempotency
     */
    record Settings(
            int lateMillis,
            int holdMillis,
            int retryAfterSeconds,
            BigDecimal acceptThenTimeoutRatio,
            BigDecimal throttleRatio,
            BigDecimal errorRatio,
            BigDecimal garbageRatio,
            BigDecimal duplicateRatio,
            boolean ignoreReferences,
            long seed) {

        static final Settings OFF = new Settings(
                0,
                10_000,
                1,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false,
                1);

        static Settings read(JsonNode body) {
            var read = new Settings(
                    whole(body, "lateMillis", 0, MILLIS_MAX),
                    whole(body, "holdMillis", OFF.holdMillis, MILLIS_MAX),
                    whole(body, "retryAfterSeconds", 1, 3_600),
                    ratio(body, "acceptThenTimeoutRatio"),
                    ratio(body, "throttleRatio"),
                    ratio(body, "errorRatio"),
                    ratio(body, "garbageRatio"),
                    ratio(body, "duplicateRatio"),
                    BodyFields.of(body).flag("ignoreReferences"),
                    whole(body, "seed", 1, Integer.MAX_VALUE));
            var sum = read.acceptThenTimeoutRatio
                    .add(read.throttleRatio)
                    .add(read.errorRatio)
                    .add(read.garbageRatio)
                    .add(read.duplicateRatio);
            if (sum.compareTo(BigDecimal.ONE) > 0) {
                throw SandboxRefusal.malformed("ratios", "the ratios' sum is " + sum + "; at most 1");
            }
            return read;
        }

        private static int whole(JsonNode body, String name, int otherwise, int max) {
            var node = body.get(name);
            if (node == null || node.isNull()) {
                return otherwise;
            }
            if (!node.isInt() || node.intValue() < 0 || node.intValue() > max) {
                throw SandboxRefusal.malformed(name, "must be a whole number from 0 to " + max);
            }
            return node.intValue();
        }

        private static BigDecimal ratio(JsonNode body, String name) {
            var node = body.get(name);
            if (node == null || node.isNull()) {
                return BigDecimal.ZERO;
            }
            if (!node.isNumber()
                    || node.decimalValue().signum() < 0
                    || node.decimalValue().compareTo(BigDecimal.ONE) > 0) {
                throw SandboxRefusal.malformed(name, "must be a number from 0 to 1");
            }
            return node.decimalValue();
        }
    }

    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private Settings settings = Settings.OFF;
    private Random random = new Random(1);

    synchronized Settings settings() {
        return settings;
    }

    /** Sets all switches, restarts the generator at the seed and the counts at 0. */
    synchronized void set(Settings with) {
        settings = with;
        random = new Random(with.seed());
        counts.clear();
    }

    synchronized Map<String, Object> shown() {
        return Map.of("settings", settings, "counts", new EnumMap<>(counts));
    }

    synchronized Fault draw() {
        var drawn = pick(random.nextInt(PARTS), random.nextInt(PARTS));
        counts.merge(drawn, 1, Integer::sum);
        return drawn;
    }

    private Fault pick(int point, int variant) {
        var rest = point - parts(settings.acceptThenTimeoutRatio);
        if (rest < 0) {
            return Fault.ACCEPT_THEN_TIMEOUT;
        }
        rest -= parts(settings.throttleRatio);
        if (rest < 0) {
            return Fault.THROTTLED;
        }
        rest -= parts(settings.errorRatio);
        if (rest < 0) {
            return variant % 2 == 0 ? Fault.ERROR_BEFORE : Fault.ERROR_AFTER;
        }
        rest -= parts(settings.garbageRatio);
        if (rest < 0) {
            return switch (variant % 3) {
                case 0 -> Fault.GARBAGE_HTML;
                case 1 -> Fault.GARBAGE_TRUNCATED;
                default -> Fault.GARBAGE_WRONG_ID;
            };
        }
        rest -= parts(settings.duplicateRatio);
        return rest < 0 ? Fault.DUPLICATE : Fault.NONE;
    }

    private static int parts(BigDecimal ratio) {
        return ratio.multiply(BigDecimal.valueOf(PARTS)).intValue();
    }
}
